import type { VNode } from 'preact';
import { Icon, type IconName } from './icons.js';

export interface IconButtonProps {
    readonly icon: IconName;
    /** The tooltip and the accessible name. */
    readonly label: string;
    /** For a toggle button. */
    readonly isPressed?: boolean;
    readonly isDisabled?: boolean;
    onPress(): void;
}

/** A button with an icon and no text. */
export function IconButton({ icon, label, isPressed, isDisabled, onPress }: IconButtonProps): VNode {
    return <button type="button" class="icon-button" title={label} aria-label={label} aria-pressed={isPressed} disabled={isDisabled} onClick={onPress}><Icon name={icon} /></button>;
}
