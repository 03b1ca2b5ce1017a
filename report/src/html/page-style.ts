import { pictureClass, stylesheet } from '@sup/picture';

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
}

const colors: Readonly<Record<ReportTheme, PageColors>> = {
    light: { page: '#ffffff', ink: '#1b2733', muted: '#5a6773', line: '#d5dce3', soft: '#f3f6f8', error: '#b3261e', warning: '#8a5a00', good: '#0f766a' },
    dark: { page: '#15191e', ink: '#e4e9ef', muted: '#9ba8b5', line: '#36404b', soft: '#1e242b', error: '#ff8f86', warning: '#e5b454', good: '#55cdb6' }
};

const layoutRules = `
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:15px/1.55 system-ui,-apple-system,Segoe UI,Roboto,Liberation Sans,Helvetica,Arial,sans-serif}
main,footer{max-width:1180px;margin:0 auto;padding:40px 32px}
h1{font-size:30px;line-height:1.2;margin:0 0 24px;letter-spacing:-.01em}
h2{font-size:20px;margin:48px 0 14px;padding-bottom:8px;border-bottom:1px solid var(--line)}
h3{font-size:16px;margin:28px 0 10px}
section.chapter+section.chapter{margin-top:88px}
p,li,dd,td,h1,h2,h3{overflow-wrap:break-word}
code{font:.92em ui-monospace,Consolas,Liberation Mono,monospace}
dl.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(165px,1fr));gap:14px;margin:0}
dl.facts div{background:var(--soft);border-radius:8px;padding:14px 18px}
dl.facts dt{color:var(--muted);font-size:13px}
dl.facts dd{margin:2px 0 0;color:var(--muted);font-size:13px}
dl.facts .value{color:var(--ink);font-size:20px;font-weight:600}
figure{margin:0;border:1px solid var(--line);border-radius:8px;background:var(--page)}
figure svg{display:block;width:100%;height:auto}
figure.curve{max-width:560px;padding:12px}
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
@media print{main,footer{max-width:none;padding:0}section.chapter+section.chapter{break-before:page;margin-top:0}h2,h3{break-after:avoid}article,tr,dl.facts div{break-inside:avoid}figure{border:none;break-inside:avoid}.table{overflow:visible}}
`;

/** The style sheet of a report. Without a theme it follows the reader's system. On paper it is always light, because browsers do not print backgrounds. */
export function pageStyle(theme: ReportTheme | undefined): string {
    const paint = (each: ReportTheme): string => `:root{color-scheme:${each};${Object.entries(colors[each]).map(([name, value]) => `--${name}:${value}`).join(';')}}\n${stylesheet(each)}`;
    const inDark = theme === undefined ? `\n@media screen and (prefers-color-scheme:dark){\n${paint('dark')}\n}` : '';
    const onPaper = theme === 'dark' ? `\n@media print{\n${paint('light')}\n}` : '';
    return `${layoutRules}${paint(theme ?? 'light')}${inDark}${onPaper}\nfigure .${pictureClass} .page{fill:none}\n`;
}
