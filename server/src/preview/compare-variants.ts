import type { LangiumDocument } from 'langium';
import { type VariantFigures, variantFigures } from '@sup/comparison';
import type { VariantsParams } from '@sup/protocol/server';
import { variantsMarkdown } from '@sup/report';
import { mapProgress } from '@sup/simulation';
import type { Work } from '../scenarios/in-chunks.js';
import type { ComparisonContext } from './compare-plans.js';
import { readInIsolation, readPlan } from './read-plan.js';

/** Compares the current plan of a document with other versions of it in a table, as Markdown. */
export function* compareVariants(document: LangiumDocument, { label, variants }: VariantsParams, { services, context, options }: ComparisonContext): Work<string> {
    const now = readPlan(services, document);
    const figures: VariantFigures[] = [];
    const total = variants.length + 1;
    const figuresOf = (plan: typeof now, name: string): Work<VariantFigures> => mapProgress(variantFigures({ ...plan, label: name, options }), share => (figures.length + share) / total);
    figures.push(yield* figuresOf(now, label));
    for (const variant of variants) {
        const plan = yield* mapProgress(readInIsolation(variant.files, document, now.hierarchy.name, context), () => figures.length / total);
        figures.push(yield* figuresOf(plan, variant.label));
    }
    return variantsMarkdown(figures);
}
