import { randomBytes } from 'node:crypto';
import { basename } from 'node:path/posix';
import { l10n, Uri, type Webview } from 'vscode';

/** The folder with the page's script and style sheet, the only files that the page may load. */
export function pageFolder(extension: Uri): Uri {
    return Uri.joinPath(extension, 'dist', 'preview');
}

/**
 * The initial page of a panel, which names the file that is being loaded until the script has run. It contains nothing of the plan but the URI of
 * the document, which the page stores in its state; the content arrives in messages. Scripts need the nonce, which is new for each load.
 */
export function pageHtml(webview: Webview, extension: Uri, document: Uri): string {
    const nonce = randomBytes(16).toString('base64');
    const urlOf = (file: string): string => webview.asWebviewUri(Uri.joinPath(pageFolder(extension), file)).toString();
    const policy = `default-src 'none'; img-src blob: data:; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
    return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${attribute(urlOf('preview.css'))}">
<title>Preview</title>
</head>
<body data-document="${attribute(document.toString())}" data-file="${attribute(basename(document.path))}" data-vscode-context="${attribute('{"preventDefaultContextMenuItems": true}')}">
<p class="notice" role="status">${attribute(l10n.t('Loading {0} …', basename(document.path)))}</p>
<script nonce="${nonce}" src="${attribute(urlOf('preview.js'))}"></script>
</body>
</html>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };

function attribute(text: string): string {
    return text.replaceAll(/[&"<>]/g, character => entities[character]!);
}
