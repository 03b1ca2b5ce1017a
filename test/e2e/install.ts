import { ensureCodeServer } from '../../scripts/code-server.mjs';
import { ensureChromium } from '../../scripts/programs.mjs';

/** Installs the workbench and the browser before any test's clock runs. */
export async function setup(): Promise<void> {
    await ensureCodeServer();
    await ensureChromium();
}
