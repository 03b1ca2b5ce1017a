import { ensureCodeServer } from '../../scripts/code-server.mjs';
import { ensureChromium } from '../../scripts/programs.mjs';

/** Installs the workbench and the browser in advance, so that this time does not count toward a test's timeout. */
export async function setup(): Promise<void> {
    await ensureCodeServer();
    await ensureChromium();
}
