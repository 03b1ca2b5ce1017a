/**
 * The languages of software updates, by the codes that the product stores. Source: the list of later releases in
 * `CMSoftwareUpdatePointComponent` (ConfigMgrCBDsc). Configuration Manager 2007 has fewer, but no document says which.
 */
export const languages: ReadonlyMap<string, string> = new Map(Object.entries({
    'ar': 'Arabic', 'bg': 'Bulgarian', 'zh-CN': 'Chinese (Simplified)', 'zh-HK': 'Chinese (Hong Kong)', 'zh-TW': 'Chinese (Taiwan)', 'hr': 'Croatian', 'cs': 'Czech',
    'da': 'Danish', 'nl': 'Dutch', 'en': 'English', 'et': 'Estonian', 'fi': 'Finnish', 'fr': 'French', 'de': 'German', 'el': 'Greek', 'he': 'Hebrew', 'hi': 'Hindi',
    'hu': 'Hungarian', 'it': 'Italian', 'ja': 'Japanese', 'ko': 'Korean', 'lv': 'Latvian', 'lt': 'Lithuanian', 'no': 'Norwegian', 'nb': 'Norwegian', 'pl': 'Polish',
    'pt': 'Portuguese', 'pt-BR': 'Portuguese (Brazil)', 'ro': 'Romanian', 'ru': 'Russian', 'sr': 'Serbian', 'sk': 'Slovak', 'sl': 'Slovenian', 'es': 'Spanish',
    'sv': 'Swedish', 'th': 'Thai', 'tr': 'Turkish', 'uk': 'Ukrainian'
}));
