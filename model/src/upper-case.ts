/** Upper case for the letters a to z only, the same in every locale. */
export function toUpperCaseCode(text: string): string {
    return /[a-z]/.test(text) ? text.replace(/[a-z]/g, letter => letter.toUpperCase()) : text;
}
