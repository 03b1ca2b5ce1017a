import { xmlText } from '@sup/report';

/** An element with what stands in it, indented by two spaces for each level. Attributes that are undefined are left out. */
export function element(name: string, attributes: Readonly<Record<string, string | number | undefined>>, content: readonly string[] = []): string {
    const head = Object.entries(attributes).flatMap(([key, value]) => value === undefined ? [] : [` ${key}="${xmlText(String(value))}"`]).join('');
    return content.length === 0 ? `<${name}${head}/>` : `<${name}${head}>\n${content.map(each => each.replace(/^(?= *<)/gm, '  ')).join('\n')}\n</${name}>`;
}
