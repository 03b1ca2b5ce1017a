/** A whole number as the sources write it; undefined for any other text. */
export function countIn(text: string | undefined): number | undefined {
    const digits = text?.trim();
    return digits !== undefined && /^[0-9]{1,9}$/.test(digits) ? Number(digits) : undefined;
}

/** A port; undefined for any other text. */
export function portIn(text: string | undefined): number | undefined {
    const port = countIn(text);
    return port !== undefined && port >= 1 && port <= 65_535 ? port : undefined;
}
