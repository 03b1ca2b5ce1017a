/** Whether the user has configured the system or the editor to reduce motion. */
export function isMotionReduced(): boolean {
    return document.body.classList.contains('vscode-reduce-motion') || matchMedia('(prefers-reduced-motion: reduce)').matches;
}
