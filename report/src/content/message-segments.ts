export interface MessageSegment {
    readonly text: string;
    readonly isCode: boolean;
}

/** Splits a message into plain text and code. The code is between backticks. */
export function messageSegments(message: string): readonly MessageSegment[] {
    const segments = message.split('`');
    return segments.map((text, i) => ({ text, isCode: i % 2 === 1 && i < segments.length - 1 && text.trim() !== '' }));
}
