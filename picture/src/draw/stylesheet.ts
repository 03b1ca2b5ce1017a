import { color, type ColorName, heatFrame, type Theme } from './palette.js';
import { lineStyles } from './line-styles.js';

/** The class of every picture. It scopes the rules of the style sheet. */
export const pictureClass = 'sup-picture';

/** The color and the dash pattern of the frames of sites that differ. */
const markStyles = {
    added: { color: 'ok', dash: '' }, removed: { color: 'fail', dash: '9 5' }, moved: { color: 'moved', dash: '14 4 3 4' }, former: { color: 'moved', dash: '2 4' },
    changed: { color: 'accent', dash: '' }, consequence: { color: 'wait', dash: '2 4' }, kept: { color: 'wait', dash: '2 4' },
    'differs': { color: 'accent', dash: '' }, 'not-found': { color: 'ok', dash: '' }, 'not-planned': { color: 'fail', dash: '9 5' }, 'not-compared': { color: 'wait', dash: '2 4' }
} as const;

/** The areas of sites that differ. */
const tintOf = { 'added': 'ok-tint', 'changed': 'accent-tint', 'moved': 'moved-tint', 'differs': 'accent-tint', 'not-found': 'ok-tint' } as const;

const severities = { error: 'fail', warning: 'behind', information: 'accent', hint: 'wait' } as const;

/** The sizes of type, in pixels. Nothing is smaller than 11, and no site code smaller than 12. */
export type TypeSize = 11 | 12 | 13 | 14 | 15 | 16 | 18;
const typeSizes: readonly TypeSize[] = [11, 12, 13, 14, 15, 16, 18];

/** The colors and fonts of a picture. Contains no text of a plan. */
export function stylesheet(theme: Theme): string {
    const of = (name: ColorName): string => color(name, theme);
    const marks = Object.entries(markStyles).flatMap(([kind, { color: name, dash }]) => [
        `.site-${kind} .mark-frame{stroke:${of(name)}${dash === '' ? '' : `;stroke-dasharray:${dash}`}}`, `.site-${kind} .mark-badge{fill:${of(name)}}`, `.mark-${kind}{fill:${of(name)}}`
    ]);
    const family = 'system-ui, -apple-system, Segoe UI, Roboto, Liberation Sans, Helvetica, Arial, sans-serif';
    const rules = [
        `{font-family:${theme === 'host' ? `var(--vscode-font-family, ${family})` : family};background:${of('page')}}`,
        `text,tspan{fill:${of('ink')}}`, 'text{font-size:12px}', ...typeSizes.map(size => `.size-${size}{font-size:${size}px}`),
        '.heading{font-size:22px;font-weight:600}', `.subheading{font-size:13px;fill:${of('muted')}}`,
        '.code,.strong{font-weight:700}', `.quiet{fill:${of('muted')}}`, '.server{font-size:11.5px}',
        `.fact,.legend-text{font-size:11.5px;fill:${of('muted')}}`, `.note,.wsus{font-size:11px;fill:${of('muted')}}`,
        `.hidden-text,.count{font-size:11.5px;font-weight:600}`,
        `.page{fill:${of('page')}}`, `.panel{fill:${of('panel')};stroke:${of('soft')}}`,
        `.box{stroke:${of('outline')};stroke-width:1.25}`, `.box-own{fill:${of('card')}}`, '.box-none{fill:transparent;stroke-dasharray:3 2.5}',
        ...(['fail', 'behind'] as const).flatMap(name => [`.box-${name}{fill:${of(`${name}-tint`)};stroke:${of(name)};stroke-width:2;stroke-dasharray:none}`, `.text-${name}{fill:${of(name)}}`, `.fill-${name}{fill:${of(name)}}`]),
        `.fill-on{fill:${of('on')}}`, `.stroke-on{fill:none;stroke:${of('on')};stroke-width:2;stroke-linecap:round}`, `.stroke-wait{fill:none;stroke:${of('wait')};stroke-width:1.6}`,
        `.stroke-ok{fill:none;stroke:${of('ok')};stroke-width:2;stroke-linecap:round;stroke-linejoin:round}`, `.bar{fill:none;stroke:${of('muted')}}`,
        `.behind{fill:${of('panel')};stroke:${of('outline')}}`, `.outside{fill:${of('panel')};stroke:${of('outline')};stroke-dasharray:4 3}`,
        `.server-uncertain{fill:${of('muted')};font-style:italic}`,
        `.soft{fill:${of('panel')};stroke:none}`, `.apart{fill:none;stroke:${of('behind')};stroke-dasharray:6 4}`, `.rule{stroke:${of('soft')}}`,
        '.row{fill:none;pointer-events:all}', `.icon{fill:none;stroke:${of('muted')};stroke-width:1.2;stroke-linecap:round;stroke-linejoin:round}`,
        `.kind-filled{fill:${of('ink')};stroke:${of('ink')}}`, `.kind-open{fill:none;stroke:${of('ink')};stroke-width:1.4}`,
        `.letter{font-size:10px;font-weight:700;text-anchor:middle;stroke:none}`, `.letter-on-ink{fill:${of('page')}}`, `.letter-on{fill:${of('on')}}`,
        ...Object.entries(severities).map(([severity, name]) => `.${severity}{fill:${of(name)}}`),
        ...marks, '.mark-frame{fill:none;stroke-width:2.5}', '.site-changed .mark-frame,.site-differs .mark-frame,.site-not-compared .mark-frame{stroke-width:1.4}', '.struck{text-decoration:line-through}', `.on{fill:${of('on')}}`,
        ...Object.entries(tintOf).map(([kind, tint]) => `.box-${kind}{fill:${of(tint)};stroke:none}`), '.box-removed,.box-former,.box-consequence,.box-kept,.box-not-planned,.box-not-compared{fill:none;stroke:none}',
        `.as-before .box{stroke:${of('soft')};stroke-width:1}`, `.as-before text,.as-before tspan{fill:${of('muted')}}`, ...Object.entries(markStyles).map(([kind, { color: name }]) => `.as-before .mark-${kind}{fill:${of(name)}}`), `.as-before .kind-filled,.as-before .kind-open{stroke:${of('muted')}}`, `.as-before .kind-filled{fill:${of('muted')}}`, `.as-before .letter-on-ink,.as-before .mark-used-text{fill:${of('page')}}`,
        `.of-comparison .line-updates{stroke:${of('faint')}}`, `.arrow-quiet{fill:${of('faint')}}`,
        `.mark{fill:none;stroke:${of('muted')}}`, `.mark-text{fill:${of('muted')};font-size:9px;font-weight:700;text-anchor:middle}`,
        `.mark-used{fill:${of('ink')};stroke:${of('ink')}}`, `.mark-used-text{fill:${of('page')}}`,
        ...([1, 2, 3, 4] as const).map(step => `.heat-${step}{fill:${of(`heat-${step}`)};stroke-width:${heatFrame(step, theme)}}`),
        // Quiet text is too faint on these areas.
        `.on-heat text,.on-heat tspan,.on-heat .share-fill{fill:${of('heat-ink')}}`, `.on-heat .icon,.on-heat .share{stroke:${of('heat-ink')}}`, `.on-heat .letter-on-ink{fill:${of('page')}}`, `.on-heat .letter-on{fill:${of('on')}}`,
        `.share{fill:none;stroke:${of('ink')}}`, `.share-fill{fill:${of('ink')}}`,
        `.tag-ssl{fill:${of('ink')};stroke:${of('ink')}}`, `.tag-http{fill:none;stroke:${of('behind')};stroke-width:1.5;stroke-dasharray:3 2}`, `.tag-unknown{fill:none;stroke:${of('muted')}}`, `.on-heat .tag-text-ssl,.tag-text-ssl{fill:${of('page')}}`,
        `.trunk{fill:none;stroke:${of('faint')};stroke-width:1.5;stroke-linejoin:round}`, `.arrow{fill:${of('accent')}}`,
        ...Object.entries(lineStyles).map(([kind, { color: name, width, dash }]) =>
            `.line-${kind}{fill:none;stroke:${of(name)};stroke-width:${width}${dash ? `;stroke-dasharray:${dash}` : ''}}`),
        `[role=treeitem]:focus{outline:none}`, `[role=treeitem]:focus-visible .box{stroke:${of('focus')};stroke-width:2.5;stroke-dasharray:none}`
    ];
    return rules.map(rule => rule.startsWith('{') ? `.${pictureClass}${rule}` : scoped(rule)).join('\n');
}

/** Limits a rule to pictures. */
function scoped(rule: string): string {
    const [selectors = '', ...rest] = rule.split('{');
    return `${selectors.split(',').map(selector => `.${pictureClass} ${selector}`).join(',')}{${rest.join('{')}`;
}
