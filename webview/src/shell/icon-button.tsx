import type { VNode } from 'preact';
import { Icon, type IconName } from './icons.js';

export interface IconButtonProps {
    readonly icon: IconName;
    /** What it does; its tooltip, and what screen readers say. */
    readonly label: string;
    /** Of one that is on or off. */
    readonly isPressed?: boolean;
    readonly isDisabled?: boolean;
    onPress(): void;
}

/** A button that is only a drawing. */
export function IconButton({ icon, label, isPressed, isDisabled, onPress }: IconButtonProps): VNode {
    return <button type="button" class="icon-button" title={label} aria-label={label} aria-pressed={isPressed} disabled={isDisabled} onClick={onPress}><Icon name={icon} /></button>;
}
