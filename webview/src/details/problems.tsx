import { counted, type SceneProblem, SeveritySign } from '@sup/picture';
import type { VNode } from 'preact';
import type { Preview } from '../state/preview.js';

interface ProblemsProps {
    readonly preview: Preview;
    /** The site with the problems, or `hierarchy` for those that belong to no site. */
    readonly part: string;
    readonly problems: readonly SceneProblem[];
}

/** Limits the list; fixing these makes room for the rest. */
const maxProblems = 100;

/** A list of problems, each with buttons that show its text and its quick fixes. */
export function Problems({ preview: { channel }, part, problems }: ProblemsProps): VNode | null {
    return problems.length === 0 ? null : <section aria-label="Problems">
        <h3>{counted(problems.length, 'problem')}</h3>
        <ul class="problems">
            {problems.slice(0, maxProblems).map(({ rule, severity, message }, problem) => <li>
                <svg class="sup-picture problem-sign" width="18" height="18" viewBox="-9 -9 18 18" role="img" aria-label={severity}><SeveritySign severity={severity} x={0} y={0} /></svg>
                <div>
                    <p>{message} <span class="rule-id">{rule}</span></p>
                    <span class="buttons">
                        <button type="button" class="small" onClick={() => channel.send({ kind: 'open', part, problem, takesFocus: true })}>Show</button>
                        <button type="button" class="small" onClick={() => channel.send({ kind: 'fix', part, problem })}>Fix…</button>
                    </span>
                </div>
            </li>)}
        </ul>
        {problems.length > maxProblems && <p>and {counted(problems.length - maxProblems, 'more problem')}</p>}
    </section>;
}
