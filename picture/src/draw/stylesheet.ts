import { colour, type ColourName, type Theme } from './palette.js';
import { lineStyles } from './line-styles.js';

/** The class of every picture. It scopes the rules of the style sheet. */
export const pictureClass = 'sup-picture';

/** The dash patterns of the frames of sites that differ. */
const markPatterns = { added: '', removed: '9 5', moved: '14 4 3 4', changed: '', consequence: '2 4', kept: '2 4' } as const;

/** The colors and fonts of a picture. Contains no text of a plan. */
export function stylesheet(theme: Theme): string {
    const of = (name: ColourName): string => colour(name, theme);
    const kinds = (['central', 'primary', 'secondary', 'unknown'] as const).map(kind => `.kind-${kind}{fill:${of(kind)};stroke:${of(kind)}}`);
    const severities = (['error', 'warning', 'information', 'hint'] as const).map(severity => `.${severity}{fill:${of(severity)}}`);
    const marks = (Object.keys(markPatterns) as (keyof typeof markPatterns)[]).flatMap(kind => [
        `.site-${kind} .mark-frame{stroke:${of(kind)}${markPatterns[kind] === '' ? '' : `;stroke-dasharray:${markPatterns[kind]}`}}`, `.site-${kind} .mark-badge{fill:${of(kind)}}`
    ]);
    const family = 'system-ui, -apple-system, Segoe UI, Roboto, Liberation Sans, Helvetica, Arial, sans-serif';
    const rules = [
        `{font-family:${theme === 'host' ? `var(--vscode-font-family, ${family})` : family};background:${of('page')}}`,
        `text{fill:${of('ink')};font-size:12px}`,
        '.heading{font-size:22px;font-weight:600}', `.subheading{font-size:13px;fill:${of('muted')}}`,
        '.code{font-size:15px;font-weight:650;letter-spacing:.02em}', '.title{font-size:13px}',
        `.fact,.legend-text{font-size:11.5px;fill:${of('muted')}}`, `.note,.wsus{font-size:10.5px;fill:${of('muted')}}`, '.server{font-size:11.5px}',
        `.hidden-text{font-size:11.5px;font-weight:600}`, `.count{font-size:11.5px;font-weight:600}`,
        `.page{fill:${of('page')}}`, `.box{fill:${of('box')};stroke:${of('outline')};stroke-width:1}`, `.box-central{stroke:${of('central')};stroke-width:1.75}`,
        `.box-uncertain{stroke:${of('muted')};stroke-dasharray:2 3}`, `.server-uncertain{fill:${of('muted')};font-style:italic}`,
        `.behind{fill:${of('soft')};stroke:${of('outline')}}`, `.outside{fill:${of('soft')};stroke:${of('muted')};stroke-dasharray:4 3}`,
        `.soft{fill:${of('soft')};stroke:none}`, `.apart{fill:none;stroke:${of('warning')};stroke-dasharray:6 4}`, `.rule{stroke:${of('outline')}}`,
        '.row{fill:none;pointer-events:all}', `.icon{fill:none;stroke:${of('muted')};stroke-width:1.2;stroke-linecap:round;stroke-linejoin:round}`,
        ...kinds, ...severities, ...marks, '.mark-frame{fill:none;stroke-width:2.5}', '.gone{opacity:.6}', `.letter{fill:${of('box')};font-size:10px;font-weight:700;text-anchor:middle;stroke:none}`,
        `.mark{fill:none;stroke:${of('muted')}}`, `.mark-text{fill:${of('muted')};font-size:9px;font-weight:700;text-anchor:middle}`,
        `.mark-used{fill:${of('ink')};stroke:${of('ink')}}`, `.mark-used-text{fill:${of('box')}}`,
        `.trunk{fill:none;stroke:${of('trunk')};stroke-width:1.5;stroke-linejoin:round}`, `.arrow{fill:${of('flow')}}`,
        ...Object.entries(lineStyles).map(([kind, { colour: name, width, dash }]) =>
            `.line-${kind}{fill:none;stroke:${of(name)};stroke-width:${width}${dash ? `;stroke-dasharray:${dash};stroke-linecap:round` : ''}}`),
        `[role=treeitem]:focus{outline:none}`, `[role=treeitem]:focus .box{stroke:${of('focus')};stroke-width:2.5}`
    ];
    return rules.map(rule => rule.startsWith('{') ? `.${pictureClass}${rule}` : scoped(rule)).join('\n');
}

/** Limits a rule to pictures. */
function scoped(rule: string): string {
    const [selectors = '', ...rest] = rule.split('{');
    return `${selectors.split(',').map(selector => `.${pictureClass} ${selector}`).join(',')}{${rest.join('{')}`;
}
