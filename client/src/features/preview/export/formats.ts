import { l10n, type QuickPickItem } from 'vscode';
import type { ExportParams } from '@sup/protocol/server';

/** An export format, as an item of the format list. */
export interface ExportFormat extends QuickPickItem {
    /** The parameters of the server's export. */
    readonly from: Pick<ExportParams, 'format' | 'theme' | 'extent'>;
    readonly extension: 'svg' | 'png' | 'html' | 'md' | 'mmd';
    /** The name of the file type in the save dialog. */
    readonly files: string;
}

const pictures = [['page', 'light'], ['page', 'dark'], ['everything', 'light'], ['everything', 'dark']] as const;

export function exportFormats(): readonly ExportFormat[] {
    const themes = { light: l10n.t('light'), dark: l10n.t('dark') };
    const extents = {
        page: { name: l10n.t('One Page'), detail: l10n.t('The hierarchy on one page, as readable as it can be') },
        everything: { name: l10n.t('Everything'), detail: l10n.t('All details of every site') }
    };
    const drawn = (label: 'PNG' | 'SVG', extension: 'png' | 'svg'): readonly ExportFormat[] => pictures.map(([extent, theme]) => (
        { label, description: `${extents[extent].name}, ${themes[theme]}`, detail: extents[extent].detail, from: { format: 'svg', theme, extent }, extension, files: label }
    ));
    return [
        { label: 'HTML', detail: l10n.t('Report in one file, for the screen and for paper: findings, picture, single points of failure, scenarios'), from: { format: 'html', theme: 'light' }, extension: 'html', files: 'HTML' },
        ...drawn('PNG', 'png'), ...drawn('SVG', 'svg'),
        { label: 'Markdown', detail: l10n.t('Report for a wiki or a repository'), from: { format: 'markdown', theme: 'light' }, extension: 'md', files: 'Markdown' },
        { label: 'Mermaid', detail: l10n.t('Flowchart as text, to draw on in other documents'), from: { format: 'mermaid', theme: 'light' }, extension: 'mmd', files: 'Mermaid' }
    ];
}
