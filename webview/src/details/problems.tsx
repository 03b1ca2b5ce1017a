import { counted, type SceneProblem, SeveritySign } from '@sup/picture';
import type { VNode } from 'preact';
import type { Preview } from '../state/preview.js';

interface ProblemsProps {
    readonly preview: Preview;
    /** The site that they are about; `hierarchy` of none. */
    readonly part: string;
    readonly problems: readonly SceneProblem[];
}

/** So many are listed; who has more mends these first. */
const most = 100;

/** What is wrong, with the ways to the text and to the quick fixes. */
export function Problems({ preview: { channel }, part, problems }: ProblemsProps): VNode | null {
    return problems.length === 0 ? null : <section aria-label="Problems">
        <h3>{counted(problems.length, 'problem')}</h3>
        <ul class="problems">
            {problems.slice(0, most).map(({ rule, severity, message }, problem) => <li>
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
        {problems.length > most && <p>and {counted(problems.length - most, 'more problem')}</p>}
    </section>;
}
