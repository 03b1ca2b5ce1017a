import { errorMessage } from '@sup/model';
import { CommandError } from '../command-error.js';

/** The part of the optional package that is used. It may be missing, so its own types cannot be imported. */
interface Rasterizer {
    readonly Resvg: new (svg: string, options: object) => { render(): { asPng(): Uint8Array }; getBBox(): object | undefined };
}

const packageName = '@resvg/resvg-js';

/** Families for texts whose fonts a system does not have. */
const font = { loadSystemFonts: true, defaultFontFamily: 'DejaVu Sans', sansSerifFamily: 'DejaVu Sans' } as const;

/** Rasterizes an SVG picture as a PNG of a width in pixels. */
export async function rasterize(svg: string, width: number): Promise<Uint8Array> {
    const { Resvg } = await load();
    // Without fonts, the package leaves out all texts and reports nothing.
    if (!new Resvg('<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><text y="15" font-family="sans-serif">A</text></svg>', { font }).getBBox()) {
        throw new CommandError('a PNG picture needs fonts, and this system has none; install one, or write --format svg instead');
    }
    return new Resvg(svg, { font, fitTo: { mode: 'width', value: width } }).render().asPng();
}

async function load(): Promise<Rasterizer> {
    try {
        return await import(packageName) as Rasterizer;
    } catch (error) {
        const isMissing = (error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND';
        throw new CommandError(isMissing
            ? `PNG pictures need the optional package ${packageName}: install it with "npm install ${packageName}" where sup is installed, or write --format svg instead`
            : `${packageName} could not be loaded: ${errorMessage(error)}`);
    }
}
