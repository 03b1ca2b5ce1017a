import { color, type ColorName, pictureClass, stylesheet } from '@sup/picture';

/** Colors that a report can have instead of those of its reader's system. */
export type ReportTheme = 'light' | 'dark';

interface PageColors {
    readonly page: string;
    readonly ink: string;
    readonly muted: string;
    readonly line: string;
    readonly soft: string;
    readonly error: string;
    readonly warning: string;
    readonly good: string;
    readonly accent: string;
    /** Light areas of these colors, on which text stays readable. */
    readonly 'error-tint': string;
    readonly 'warning-tint': string;
    readonly 'good-tint': string;
    readonly 'accent-tint': string;
}

/** The colors of the pictures, for the text around them. */
function colorsOf(theme: ReportTheme): PageColors {
    const of = (name: ColorName): string => color(name, theme);
    return {
        page: of('page'), ink: of('ink'), muted: of('muted'), line: of('soft'), soft: of('panel'), error: of('fail'), warning: of('behind'), good: of('ok'), accent: of('accent'),
        'error-tint': of('fail-tint'), 'warning-tint': of('behind-tint'), 'good-tint': of('ok-tint'), 'accent-tint': of('accent-tint')
    };
}

const layoutRules = `
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:15px/1.55 system-ui,-apple-system,Segoe UI,Roboto,Liberation Sans,Helvetica,Arial,sans-serif}
main,footer{max-width:1164px;margin:0 auto;padding:24px}
h1{font-size:28px;line-height:1.2;margin:0 0 6px;letter-spacing:-.01em}
.subtitle{margin:0 0 18px;color:var(--muted);font-size:13.5px}
h2{font-size:19px;margin:26px 0 10px}
.headline{border-left:6px solid var(--accent);border-radius:4px;background:var(--accent-tint);padding:10px 16px;margin:0 0 14px}
.headline p{margin:0;font-size:14px}.headline p:first-child{font-size:18px;font-weight:650;line-height:1.35}
.headline.fail{border-color:var(--error);background:var(--error-tint)}.headline.warn{border-color:var(--warning);background:var(--warning-tint)}.headline.ok{border-color:var(--good);background:var(--good-tint)}
h3{font-size:16px;margin:28px 0 10px}
section.chapter+section.chapter{margin-top:88px}
p,li,dd,td,h1,h2,h3{overflow-wrap:break-word}
code{font:.92em ui-monospace,Consolas,Liberation Mono,monospace}
dl.facts{display:grid;grid-template-columns:repeat(4,1fr);gap:10px;margin:0}
dl.facts div{border:1px solid var(--line);border-radius:6px;padding:10px 13px}
dl.facts dt{font-size:13px}
dl.facts dd{margin:2px 0 0;color:var(--muted);font-size:13px}
dl.facts .value{color:var(--ink);font-size:21px;font-weight:700}
figure{margin:0}
figure svg{display:block;max-width:100%;height:auto}
.picture{position:relative}
.picture input{position:absolute;opacity:0;width:1px;height:1px}
.picture label{display:block;cursor:zoom-in;border-radius:6px;margin:0 -12px}
.picture input:focus-visible+label{outline:2px solid var(--accent);outline-offset:2px}
.picture input:checked+label{position:fixed;inset:0;z-index:1;margin:0;overflow:auto;background:var(--page);cursor:zoom-out;padding:12px}
.picture input:checked+label svg{width:180vw;max-width:none}
.sheet{display:block}.sheet.narrow,.sheet.medium,.sheet.paper{display:none}
figure.curve{max-width:560px;border:1px solid var(--line);border-radius:6px;padding:12px}
.table{overflow-x:auto;margin:12px 0 20px}
table{border-collapse:collapse;width:100%;font-size:13.5px}
th,td{text-align:left;vertical-align:top;padding:7px 14px 7px 0;border-bottom:1px solid var(--line)}
th{color:var(--muted);font-weight:600;white-space:nowrap}
.right{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
article{border-left:4px solid var(--muted);padding:2px 0 2px 16px;margin:18px 0}
article.error{border-color:var(--error)}article.warning{border-color:var(--warning)}
article p{margin:4px 0}article .what{font-weight:600}
.meta{color:var(--muted);font-size:13px}
.label{display:inline-block;border:1px solid currentColor;border-radius:4px;padding:0 7px;font-size:12px;font-weight:600;margin-right:8px}
.error>.meta .label,.broken,.failed{color:var(--error)}.warning>.meta .label,.untested{color:var(--warning)}.held{color:var(--good)}
footer{color:var(--muted);font-size:13px;border-top:1px solid var(--line);padding-top:20px}
@media screen and (max-width:1040px){.sheet.medium{display:block}.sheet.wide{display:none}}
@media screen and (max-width:640px){.sheet.narrow{display:block}.sheet.medium{display:none}main,footer{padding:16px}.picture label{margin:0 -8px}}
@media screen and (max-width:480px){dl.facts{grid-template-columns:repeat(2,1fr)}}
@page{size:landscape;margin:12mm}
@media print{
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{font-size:10.5pt;line-height:1.45}
main,footer{max-width:none;padding:0 1px}
h1{font-size:22px;margin:0 0 2px}.subtitle{font-size:11px;margin:0 0 8px}h2{font-size:15px;margin:14px 0 6px}
.headline{padding:6px 12px;margin:0 0 8px}.headline p{font-size:12px}.headline p:first-child{font-size:15px}
dl.facts div{padding:5px 10px}dl.facts dt,dl.facts dd{font-size:11px;margin:0}dl.facts .value{font-size:17px}
h2:has(+.has-paper){margin:8px 0 0}.has-paper{margin-top:-8px}
.has-paper .sheet{display:none}.has-paper .sheet.paper{display:block}
footer{padding-top:8px;margin-top:16px}
.picture input{display:none}.picture label{position:static!important;overflow:visible!important;padding:0!important;margin:0}
figure svg,.picture input:checked+label svg{width:auto;max-width:100%;max-height:166mm}
section.chapter+section.chapter{break-before:page;margin-top:0}
h2,h3,.subtitle{break-after:avoid}
article,tr,li,.headline,h2,dl.facts div,figure,.branch{break-inside:avoid}
.table{overflow:visible}table{font-size:9pt}thead{display:table-header-group}
}
`;

/** The style sheet of a report. Without a theme it follows the reader's system. On paper it is always light, because browsers do not print backgrounds. */
export function pageStyle(theme: ReportTheme | undefined): string {
    const paint = (each: ReportTheme): string => `:root{color-scheme:${each};${Object.entries(colorsOf(each)).map(([name, value]) => `--${name}:${value}`).join(';')}}\n${stylesheet(each)}`;
    const inDark = theme === undefined ? `\n@media screen and (prefers-color-scheme:dark){\n${paint('dark')}\n}` : '';
    const onPaper = theme === 'dark' ? `\n@media print{\n${paint('light')}\n}` : '';
    return `${layoutRules}${paint(theme ?? 'light')}${inDark}${onPaper}\nfigure .${pictureClass},figure .${pictureClass} .page{background:none;fill:none}\n`;
}
