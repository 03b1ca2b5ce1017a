export interface MessageSegment {
    readonly text: string;
    readonly isCode: boolean;
}

/** Splits a message into plain text and code, which it marks with backticks. */
export function messageSegments(message: string): readonly MessageSegment[] {
    const segments = message.split('`');
    return segments.map((text, i) => ({ text, isCode: i % 2 === 1 && i < segments.length - 1 && text.trim() !== '' }));
}
