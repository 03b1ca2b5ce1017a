import type { RolloutStep } from '@sup/protocol/preview';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Preview } from '../state/preview.js';
import { interruptionWords } from './step-text.js';

interface StepListProps {
    readonly preview: Preview;
    readonly steps: readonly RolloutStep[];
}

/** The steps, of which the current one is open. The arrow keys, Home and End move between them. */
export function StepList({ preview, steps }: StepListProps): VNode {
    const { rollout: player } = preview;
    const list = useRef<HTMLOListElement>(null);
    // The headline and playback change the step too. Its facts come into view as far as there is room, and its title always.
    useEffect(() => {
        const current = list.current?.querySelector('[aria-current=step]');
        current?.parentElement?.scrollIntoView({ block: 'nearest' });
        current?.scrollIntoView({ block: 'nearest' });
    }, [player.step.value]);
    const onKeyDown = (event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void => {
        const next = { ArrowDown: player.step.value + 1, ArrowUp: player.step.value - 1, Home: 0, End: steps.length }[event.key];
        if (next !== undefined && next >= 0 && next <= steps.length) {
            event.preventDefault();
            player.goTo(next);
            event.currentTarget.querySelectorAll<HTMLElement>('.step-button')[next]?.focus();
        }
    };
    return <ol ref={list} class="rollout-steps" aria-label="Steps" start={0} onKeyDown={onKeyDown}>
        <li><StepButton preview={preview} number={0} title="Before the first step" note="" /></li>
        {steps.map(step => <li key={step.number}>
            <StepButton preview={preview} number={step.number} title={step.title} note={interruptionWords(step)} isInterrupting={step.interruption?.of === 'scans'} />
            {player.step.value === step.number && <StepFacts step={step} />}
        </li>)}
    </ol>;
}

interface StepButtonProps {
    readonly preview: Preview;
    readonly number: number;
    readonly title: string;
    readonly note: string;
    readonly isInterrupting?: boolean;
}

function StepButton({ preview: { rollout: player }, number, title, note, isInterrupting = false }: StepButtonProps): VNode {
    const isCurrent = player.step.value === number;
    return <button type="button" class="step-button" aria-current={isCurrent ? 'step' : undefined} tabIndex={isCurrent ? 0 : -1} onClick={() => player.goTo(number)}>
        <span class="step-number" aria-hidden="true">{number === 0 ? '' : number}</span>
        <span class="step-title">{title}{note !== '' && <span class={isInterrupting ? 'step-note step-interrupts' : 'step-note'}>{note}</span>}</span>
    </button>;
}

function StepFacts({ step: { details, number } }: { readonly step: RolloutStep }): VNode {
    return <dl class="step-facts" aria-label={`Step ${number}`}>
        {[...Map.groupBy(details, ({ label }) => label)].map(([label, facts]) => <div key={label}><dt>{label}</dt>{facts.map(({ text }) => <dd key={text}>{text}</dd>)}</div>)}
    </dl>;
}
