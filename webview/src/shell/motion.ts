/** Whether somebody has asked the system, or the editor, for as little motion as possible. */
export function isMotionReduced(): boolean {
    return document.body.classList.contains('vscode-reduce-motion') || matchMedia('(prefers-reduced-motion: reduce)').matches;
}
