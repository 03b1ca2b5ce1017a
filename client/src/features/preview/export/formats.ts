import { l10n, type QuickPickItem } from 'vscode';
import type { ExportParams } from '@sup/protocol/server';

/** An export format, as an item of the format list. */
export interface ExportFormat extends QuickPickItem {
    /** The parameters of the server's export. */
    readonly from: Pick<ExportParams, 'format' | 'theme'>;
    /** The file extension. */
    readonly extension: 'svg' | 'png' | 'html' | 'md';
    /** The name of the file type in the save dialog. */
    readonly files: string;
}

export function exportFormats(): readonly ExportFormat[] {
    const light = l10n.t('light');
    const dark = l10n.t('dark');
    const picture = { vector: l10n.t('Vector picture, sharp at any size'), pixels: l10n.t('Picture for documents and slides') };
    return [
        { label: 'SVG', description: light, detail: picture.vector, from: { format: 'svg', theme: 'light' }, extension: 'svg', files: 'SVG' },
        { label: 'SVG', description: dark, detail: picture.vector, from: { format: 'svg', theme: 'dark' }, extension: 'svg', files: 'SVG' },
        { label: 'PNG', description: light, detail: picture.pixels, from: { format: 'svg', theme: 'light' }, extension: 'png', files: 'PNG' },
        { label: 'PNG', description: dark, detail: picture.pixels, from: { format: 'svg', theme: 'dark' }, extension: 'png', files: 'PNG' },
        { label: 'HTML', detail: l10n.t('Report in one file: picture, sites and servers, problems, scenarios'), from: { format: 'html', theme: 'light' }, extension: 'html', files: 'HTML' },
        { label: 'Markdown', detail: l10n.t('Report for a wiki or a repository'), from: { format: 'markdown', theme: 'light' }, extension: 'md', files: 'Markdown' }
    ];
}
