import { xmlText } from '@sup/report';

/** An XML element with its content, indented by two spaces for each level. Omits undefined attributes. */
export function element(name: string, attributes: Readonly<Record<string, string | number | undefined>>, content: readonly string[] = []): string {
    const head = Object.entries(attributes).flatMap(([key, value]) => value === undefined ? [] : [` ${key}="${xmlText(String(value))}"`]).join('');
    return content.length === 0 ? `<${name}${head}/>` : `<${name}${head}>\n${content.map(each => each.replace(/^(?= *<)/gm, '  ')).join('\n')}\n</${name}>`;
}
