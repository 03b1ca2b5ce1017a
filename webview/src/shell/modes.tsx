import type { VNode } from 'preact';
import type { Mode } from '../state/mode.js';
import type { Preview } from '../state/preview.js';

type Choice = Mode | 'compare';

const choices: readonly (readonly [choice: Choice, text: string, title: string])[] = [
    ['plan', 'Plan', 'The hierarchy as it is planned'], ['time', 'Time', 'A run of the plan: updates, failures and clients over time'],
    ['compare', 'Compare', 'Compare with another version…'], ['list', 'List', 'All sites as a table']
];

/** Selects what the page shows. The arrow keys move between the choices, Enter and Space select one. */
export function Modes({ preview }: { readonly preview: Preview }): VNode {
    const { mode, compared, channel } = preview;
    const current: Choice = compared.value ? 'compare' : mode.value;
    const onKeyDown = (event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void => {
        const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
        const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
        if (by !== undefined) {
            event.preventDefault();
            buttons.at((buttons.indexOf(document.activeElement as HTMLElement) + by) % buttons.length)?.focus();
        }
    };
    const choose = (choice: Choice): void => choice === 'compare' ? channel.send({ kind: 'compare' }) : preview.show(choice);
    return <div class="modes" role="radiogroup" aria-label="View" onKeyDown={onKeyDown}>
        {choices.map(([choice, text, title]) => <button key={choice} type="button" role="radio" aria-checked={choice === current} tabIndex={choice === current ? 0 : -1} title={title} onClick={() => choose(choice)}>{text}</button>)}
    </div>;
}
