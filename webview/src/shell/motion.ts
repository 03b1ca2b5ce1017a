/** Whether the user has configured the system or the editor to reduce motion, or presents the page to a room. */
export function isMotionReduced(): boolean {
    return document.body.classList.contains('vscode-reduce-motion') || document.querySelector('.presenting') !== null || matchMedia('(prefers-reduced-motion: reduce)').matches;
}
