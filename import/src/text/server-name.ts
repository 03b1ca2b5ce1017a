/** A server name without the backslashes of a UNC or NAL path, and without a final dot. */
export function bareServerName(text: string): string {
    const path = text.slice(-1_000).trim().replace(/\\$/, '');
    return path.slice(Math.max(path.lastIndexOf('\\'), path.lastIndexOf(']')) + 1).replace(/\.$/, '').trim();
}

/** The first label of a name in capitals, and its domain in small letters. An IP address is a label of its own. */
export function labelsOf(name: string): { readonly label: string; readonly domain: string | undefined } {
    if (/^[0-9.]+$/.test(name) || name.includes(':')) {
        return { label: name, domain: undefined };
    }
    const dot = name.indexOf('.');
    return dot <= 0 ? { label: name.toUpperCase(), domain: undefined } : { label: name.slice(0, dot).toUpperCase(), domain: name.slice(dot + 1).toLowerCase() };
}
