import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

export interface PopupProps {
    readonly label: string;
    /** The position of its upper left corner on the page. It moves to stay within the page. */
    readonly x: number;
    readonly y: number;
    readonly children: ComponentChildren;
    onClose(): void;
}

const itemSelector = '[role^=menuitem]';

/** A menu over the page. The arrow keys move between its items, and Escape closes it and returns the focus. */
export function Popup({ label, x, y, children, onClose }: PopupProps): VNode {
    const menu = useRef<HTMLDivElement>(null);
    const before = useRef(document.activeElement);
    const close = (): void => {
        onClose();
        if (before.current instanceof HTMLElement || before.current instanceof SVGElement) {
            before.current.focus({ preventScroll: true });
        }
    };
    useEffect(() => {
        const onPress = ({ target }: Event): void => {
            // The button that has opened it closes it by itself.
            if (target instanceof Element && !menu.current?.contains(target) && !target.closest('[aria-haspopup=menu][aria-expanded=true]')) {
                close();
            }
        };
        document.addEventListener('pointerdown', onPress, { capture: true });
        return () => document.removeEventListener('pointerdown', onPress, { capture: true });
    }, []);
    useLayoutEffect(() => {
        const { offsetWidth, offsetHeight, style } = menu.current!;
        style.left = `${Math.max(Math.min(x, innerWidth - offsetWidth - 4), 0)}px`;
        style.top = `${Math.max(Math.min(y, innerHeight - offsetHeight - 4), 0)}px`;
        (itemsOf(menu.current!)[0] ?? menu.current!).focus();
    }, [children]);
    const onKeyDown = (event: KeyboardEvent): void => {
        const items = itemsOf(menu.current!);
        const index = items.indexOf(document.activeElement as HTMLElement);
        const next = { ArrowDown: items[(index + 1) % items.length], ArrowUp: items.at(index - 1), Home: items[0], End: items.at(-1) }[event.key];
        if (next) {
            event.preventDefault();
            next.focus();
        } else if (event.key === 'Escape' || event.key === 'Tab') {
            event.preventDefault();
            close();
        }
    };
    // An item closes the menu before it acts, so that it can move the focus.
    const onClick = (event: MouseEvent): void => event.target instanceof Element && event.target.closest(itemSelector) ? close() : undefined;
    return <div ref={menu} class="menu" role="menu" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown} onClickCapture={onClick} onContextMenu={event => event.preventDefault()}>{children}</div>;
}

/** The items that the page shows: some are only for narrow pages. */
function itemsOf(menu: HTMLElement): readonly HTMLElement[] {
    return [...menu.querySelectorAll<HTMLElement>(itemSelector)].filter(item => item.offsetParent !== null);
}
