/** Converts only the letters a to z to upper case, so that the result is the same in every locale. */
export function toUpperCaseCode(text: string): string {
    return /[a-z]/.test(text) ? text.replace(/[a-z]/g, letter => letter.toUpperCase()) : text;
}
