import type { ToPage } from '@sup/protocol/preview';
import type { Channel } from '../channel.js';

/** The largest side of a canvas, in pixels; browsers draw nothing on a larger one. */
const maxSide = 16_384;

/** Rasterizes an SVG picture and sends the PNG. Also responds if the picture cannot be drawn. */
export async function rasterize(channel: Channel, { id, svg, scale }: Extract<ToPage, { kind: 'rasterize' }>): Promise<void> {
    const png = await draw(svg, scale).catch(() => undefined);
    channel.send({ kind: 'rasterized', id, png });
}

async function draw(svg: string, scale: number): Promise<ArrayBuffer | undefined> {
    const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    try {
        const image = new Image();
        image.src = url;
        await image.decode();
        const factor = Math.min(scale, maxSide / image.naturalWidth, maxSide / image.naturalHeight);
        const canvas = document.createElement('canvas');
        canvas.width = Math.max(Math.round(image.naturalWidth * factor), 1);
        canvas.height = Math.max(Math.round(image.naturalHeight * factor), 1);
        canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
        const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'));
        return await blob?.arrayBuffer();
    } finally {
        URL.revokeObjectURL(url);
    }
}
