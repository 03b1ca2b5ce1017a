/**
 * Draws a number from 0 to (but not including) a bound as a hash of a seed, a name and a count. The draws do not form a sequence: those of
 * one client group do not depend on earlier draws of others, so adding a site or a fault changes nothing elsewhere.
 */
export function draw(seed: number, name: string, count: number, bound: number): number {
    let hash = 0x811c9dc5 ^ seed ^ Math.imul(count, 0x9e3779b1);
    for (let i = 0; i < name.length; i++) {
        hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
    }
    return bound <= 0 ? 0 : Math.floor(mix(hash) / 0x1_0000_0000 * bound);
}

/** Mixes the bits of a 32-bit number (the finalizer of MurmurHash3). */
function mix(value: number): number {
    let bits = value;
    bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
    bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
    return (bits ^ (bits >>> 16)) >>> 0;
}
