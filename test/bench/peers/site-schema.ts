const name = { type: 'string', pattern: '^s[0-9]{5}$' };

/** The schema of a list of sites, for languages without references. */
export const siteSchema = JSON.stringify({
    $schema: 'http://json-schema.org/draft-07/schema#', type: 'object', required: ['sites'],
    properties: {
        $schema: { type: 'string' },
        sites: {
            type: 'array', items: {
                type: 'object', required: ['code', 'kind', 'role'], additionalProperties: false,
                properties: {
                    code: { ...name, description: 'The site code.' },
                    name: { type: 'string', maxLength: 64 },
                    kind: { enum: ['central', 'primary', 'secondary'], description: 'The kind of site.' },
                    parent: { ...name, description: 'The site that this one reports to.' },
                    role: {
                        type: 'object', required: ['type', 'server'], additionalProperties: false,
                        properties: {
                            type: { enum: ['sup', 'mp', 'dp'] }, server: { type: 'string', maxLength: 253 },
                            port: { type: 'integer', minimum: 1, maximum: 65535 }, sync: { enum: ['hourly', 'daily'] }
                        }
                    }
                }
            }
        }
    }
});
