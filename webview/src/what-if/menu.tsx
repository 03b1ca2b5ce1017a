import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { OpenMenu, Preview } from '../state/preview.js';
import { usePossibleEvents } from './possible-events.js';

/** The context menu of a part. */
export function Menu({ preview }: { readonly preview: Preview }): VNode | null {
    const open = preview.menu.value;
    return open ? <Items key={`${open.part}${open.x}${open.y}`} preview={preview} open={open} /> : null;
}

function Items({ preview, open: { part, x, y } }: { readonly preview: Preview; readonly open: OpenMenu }): VNode {
    const possible = usePossibleEvents(preview, part);
    const menu = useRef<HTMLDivElement>(null);
    const before = useRef(document.activeElement);
    const close = (): void => {
        preview.menu.value = undefined;
        if (before.current instanceof HTMLElement || before.current instanceof SVGElement) {
            before.current.focus({ preventScroll: true });
        }
    };
    useEffect(() => {
        const onPress = (event: Event): void => event.target instanceof Node && menu.current?.contains(event.target) ? undefined : close();
        document.addEventListener('pointerdown', onPress, { capture: true });
        return () => document.removeEventListener('pointerdown', onPress, { capture: true });
    }, []);
    useLayoutEffect(() => {
        // Keeps the menu within the page.
        const { offsetWidth, offsetHeight, style } = menu.current!;
        style.left = `${Math.max(Math.min(x, innerWidth - offsetWidth - 4), 0)}px`;
        style.top = `${Math.max(Math.min(y, innerHeight - offsetHeight - 4), 0)}px`;
        (menu.current!.querySelector<HTMLElement>('[role=menuitem]') ?? menu.current!).focus();
    }, [possible]);
    const onKeyDown = (event: KeyboardEvent): void => {
        const items = [...menu.current!.querySelectorAll<HTMLElement>('[role=menuitem]')];
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
    const choose = (act: () => void) => (): void => {
        close();
        act();
    };
    return <div ref={menu} class="menu" role="menu" aria-label="What if" tabIndex={-1} onKeyDown={onKeyDown} onContextMenu={event => event.preventDefault()}>
        {part !== 'microsoft-update' && <button type="button" role="menuitem" tabIndex={-1} onClick={choose(() => preview.open(part, true))}>Show Source</button>}
        {possible?.events.map(({ label, event, prefix, documentation }) => <button key={event} type="button" role="menuitem" tabIndex={-1} title={documentation} onClick={choose(() => preview.playing.addEvent(event))}>
            {label}{prefix === undefined ? '' : ` to ${event.slice(prefix.length)}`}
        </button>)}
        {possible?.failure !== undefined && <p>{possible.failure}</p>}
    </div>;
}
