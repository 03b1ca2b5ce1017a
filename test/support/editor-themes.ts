/** The kinds of color themes that VS Code exposes to webviews. */
export type EditorTheme = 'light' | 'dark' | 'high-contrast' | 'high-contrast-light';

export const editorThemes: readonly EditorTheme[] = ['light', 'dark', 'high-contrast', 'high-contrast-light'];

/** The classes of the page's body. */
export const themeClasses: Readonly<Record<EditorTheme, string>> = {
    light: 'vscode-light', dark: 'vscode-dark', 'high-contrast': 'vscode-high-contrast', 'high-contrast-light': 'vscode-high-contrast vscode-high-contrast-light'
};

const type = {
    'font-family': 'system-ui, "Liberation Sans", sans-serif', 'font-size': '13px', 'font-weight': 'normal',
    'editor-font-family': '"Liberation Mono", monospace', 'editor-font-size': '14px', 'editor-font-weight': 'normal'
};

/** The CSS variables of VS Code's default themes that previews use, and a few more. */
export const themeVariables: Readonly<Record<EditorTheme, Readonly<Record<string, string>>>> = {
    light: {
        ...type, 'foreground': '#3b3b3b', 'descriptionForeground': '#3b3b3b', 'disabledForeground': 'rgba(97, 97, 97, 0.5)', 'errorForeground': '#f85149', 'icon-foreground': '#3b3b3b',
        'focusBorder': '#005fb8', 'editor-background': '#ffffff', 'editor-foreground': '#3b3b3b', 'editorWidget-background': '#f8f8f8', 'editorWidget-foreground': '#3b3b3b',
        'editorWidget-border': '#c8c8c8', 'sideBar-background': '#f8f8f8', 'sideBar-foreground': '#3b3b3b', 'panel-background': '#f8f8f8', 'panel-border': '#e5e5e5',
        'widget-border': '#e5e5e5', 'widget-shadow': 'rgba(0, 0, 0, 0.16)', 'textBlockQuote-background': '#f8f8f8', 'textLink-foreground': '#005fb8', 'textLink-activeForeground': '#005fb8',
        'button-background': '#005fb8', 'button-foreground': '#ffffff', 'button-hoverBackground': '#0258a8', 'button-border': 'rgba(0, 0, 0, 0.1)', 'button-secondaryBackground': '#e5e5e5',
        'button-secondaryForeground': '#3b3b3b', 'button-secondaryHoverBackground': '#cccccc', 'input-background': '#ffffff', 'input-foreground': '#3b3b3b', 'input-border': '#cecece',
        'input-placeholderForeground': '#767676', 'dropdown-background': '#ffffff', 'dropdown-foreground': '#3b3b3b', 'dropdown-border': '#cecece', 'badge-background': '#cccccc',
        'badge-foreground': '#3b3b3b', 'menu-background': '#ffffff', 'menu-foreground': '#3b3b3b', 'menu-border': '#cecece', 'menu-selectionBackground': '#005fb8', 'menu-selectionForeground': '#ffffff',
        'menu-separatorBackground': '#d4d4d4', 'list-activeSelectionBackground': '#e8e8e8', 'list-activeSelectionForeground': '#000000', 'list-hoverBackground': '#f2f2f2', 'list-focusOutline': '#005fb8',
        'list-inactiveSelectionBackground': '#e4e6f1', 'list-highlightForeground': '#0066bf', 'toolbar-hoverBackground': 'rgba(184, 184, 184, 0.31)', 'toolbar-activeBackground': 'rgba(166, 166, 166, 0.31)',
        'inputOption-activeBackground': '#bed6ed', 'inputOption-activeForeground': '#000000', 'inputOption-activeBorder': '#005fb8', 'editorIndentGuide-activeBackground1': '#939393',
        'editorError-foreground': '#e51400', 'editorWarning-foreground': '#bf8803', 'editorInfo-foreground': '#1a85ff', 'charts-blue': '#1a85ff', 'charts-purple': '#652d90', 'charts-green': '#388a34',
        'charts-red': '#e51400', 'charts-orange': '#d18616', 'charts-yellow': '#bf8803', 'charts-foreground': '#3b3b3b', 'charts-lines': 'rgba(59, 59, 59, 0.5)', 'testing-iconPassed': '#007100',
        'testing-iconFailed': '#f14c4c', 'testing-iconSkipped': '#848484', 'testing-iconQueued': '#895503', 'gitDecoration-addedResourceForeground': '#587c0c',
        'gitDecoration-deletedResourceForeground': '#ad0707', 'gitDecoration-modifiedResourceForeground': '#895503', 'gitDecoration-renamedResourceForeground': '#007100',
        'inputValidation-warningBackground': '#f6f5d2', 'inputValidation-warningBorder': '#b89500', 'inputValidation-errorBackground': '#f2dede', 'inputValidation-errorBorder': '#be1100',
        'scrollbarSlider-background': 'rgba(100, 100, 100, 0.4)', 'scrollbarSlider-hoverBackground': 'rgba(100, 100, 100, 0.7)', 'progressBar-background': '#005fb8', 'minimap-background': '#ffffff',
        'editor-selectionBackground': '#add6ff', 'editor-findMatchBackground': '#a8ac94', 'editor-findMatchHighlightBackground': 'rgba(234, 92, 0, 0.33)', 'editorHoverWidget-background': '#f8f8f8',
        'editorHoverWidget-border': '#c8c8c8', 'editorHoverWidget-foreground': '#3b3b3b', 'keybindingLabel-foreground': '#3b3b3b'
    },
    dark: {
        ...type, 'foreground': '#cccccc', 'descriptionForeground': '#9d9d9d', 'disabledForeground': 'rgba(204, 204, 204, 0.5)', 'errorForeground': '#f85149', 'icon-foreground': '#cccccc',
        'focusBorder': '#0078d4', 'editor-background': '#1f1f1f', 'editor-foreground': '#cccccc', 'editorWidget-background': '#202020', 'editorWidget-foreground': '#cccccc',
        'editorWidget-border': '#454545', 'sideBar-background': '#181818', 'sideBar-foreground': '#cccccc', 'panel-background': '#181818', 'panel-border': '#2b2b2b',
        'widget-border': '#313131', 'widget-shadow': 'rgba(0, 0, 0, 0.36)', 'textBlockQuote-background': '#2b2b2b', 'textLink-foreground': '#4daafc', 'textLink-activeForeground': '#4daafc',
        'button-background': '#0078d4', 'button-foreground': '#ffffff', 'button-hoverBackground': '#026ec1', 'button-border': 'rgba(255, 255, 255, 0.07)', 'button-secondaryBackground': '#313131',
        'button-secondaryForeground': '#cccccc', 'button-secondaryHoverBackground': '#3c3c3c', 'input-background': '#313131', 'input-foreground': '#cccccc', 'input-border': '#3c3c3c',
        'input-placeholderForeground': '#989898', 'dropdown-background': '#313131', 'dropdown-foreground': '#cccccc', 'dropdown-border': '#3c3c3c', 'badge-background': '#616161',
        'badge-foreground': '#f8f8f8', 'menu-background': '#1f1f1f', 'menu-foreground': '#cccccc', 'menu-border': '#454545', 'menu-selectionBackground': '#0078d4', 'menu-selectionForeground': '#ffffff',
        'menu-separatorBackground': '#454545', 'list-activeSelectionBackground': '#04395e', 'list-activeSelectionForeground': '#ffffff', 'list-hoverBackground': '#2a2d2e', 'list-focusOutline': '#0078d4',
        'list-inactiveSelectionBackground': '#37373d', 'list-highlightForeground': '#2aaaff', 'toolbar-hoverBackground': 'rgba(90, 93, 94, 0.31)', 'toolbar-activeBackground': 'rgba(99, 102, 103, 0.31)',
        'inputOption-activeBackground': 'rgba(36, 137, 219, 0.51)', 'inputOption-activeForeground': '#ffffff', 'inputOption-activeBorder': '#2488db', 'editorIndentGuide-activeBackground1': '#707070',
        'editorError-foreground': '#f14c4c', 'editorWarning-foreground': '#cca700', 'editorInfo-foreground': '#3794ff', 'charts-blue': '#3794ff', 'charts-purple': '#b180d7', 'charts-green': '#89d185',
        'charts-red': '#f14c4c', 'charts-orange': '#d18616', 'charts-yellow': '#cca700', 'charts-foreground': '#cccccc', 'charts-lines': 'rgba(204, 204, 204, 0.5)', 'testing-iconPassed': '#73c991',
        'testing-iconFailed': '#f14c4c', 'testing-iconSkipped': '#848484', 'testing-iconQueued': '#cca700', 'gitDecoration-addedResourceForeground': '#81b88b',
        'gitDecoration-deletedResourceForeground': '#c74e39', 'gitDecoration-modifiedResourceForeground': '#e2c08d', 'gitDecoration-renamedResourceForeground': '#73c991',
        'inputValidation-warningBackground': '#352a05', 'inputValidation-warningBorder': '#b89500', 'inputValidation-errorBackground': '#5a1d1d', 'inputValidation-errorBorder': '#be1100',
        'scrollbarSlider-background': 'rgba(121, 121, 121, 0.4)', 'scrollbarSlider-hoverBackground': 'rgba(100, 100, 100, 0.7)', 'progressBar-background': '#0078d4', 'minimap-background': '#1f1f1f',
        'editor-selectionBackground': '#264f78', 'editor-findMatchBackground': '#9e6a03', 'editor-findMatchHighlightBackground': 'rgba(234, 92, 0, 0.33)', 'editorHoverWidget-background': '#202020',
        'editorHoverWidget-border': '#454545', 'editorHoverWidget-foreground': '#cccccc', 'keybindingLabel-foreground': '#cccccc'
    },
    // In high contrast, only borders distinguish boxes from the page, and many colors are not set.
    'high-contrast': {
        ...type, 'foreground': '#ffffff', 'descriptionForeground': 'rgba(255, 255, 255, 0.7)', 'disabledForeground': '#a5a5a5', 'errorForeground': '#f48771', 'icon-foreground': '#ffffff',
        'focusBorder': '#f38518', 'contrastBorder': '#6fc3df', 'contrastActiveBorder': '#f38518', 'editor-background': '#000000', 'editor-foreground': '#ffffff', 'editorWidget-background': '#0c141f',
        'editorWidget-foreground': '#ffffff', 'editorWidget-border': '#6fc3df', 'sideBar-background': '#000000', 'sideBar-foreground': '#ffffff', 'panel-background': '#000000', 'panel-border': '#6fc3df',
        'textLink-foreground': '#21a6ff', 'button-foreground': '#ffffff', 'button-border': '#6fc3df', 'button-secondaryForeground': '#ffffff', 'input-background': '#000000', 'input-foreground': '#ffffff',
        'input-border': '#6fc3df', 'input-placeholderForeground': 'rgba(255, 255, 255, 0.7)', 'dropdown-background': '#000000', 'dropdown-foreground': '#ffffff', 'dropdown-border': '#6fc3df',
        'badge-background': '#000000', 'badge-foreground': '#ffffff', 'menu-background': '#000000', 'menu-foreground': '#ffffff', 'menu-border': '#6fc3df', 'menu-selectionBorder': '#f38518',
        'editorError-foreground': '#f48771', 'editorWarning-foreground': '#ffd370', 'editorInfo-foreground': '#3794ff', 'charts-blue': '#3794ff', 'charts-purple': '#b180d7', 'charts-green': '#89d185',
        'charts-red': '#f48771', 'charts-orange': '#d18616', 'charts-yellow': '#ffd370', 'charts-foreground': '#ffffff', 'testing-iconPassed': '#89d185', 'testing-iconFailed': '#f48771',
        'testing-iconSkipped': '#848484', 'gitDecoration-addedResourceForeground': '#a1e3ad', 'gitDecoration-deletedResourceForeground': '#c74e39', 'gitDecoration-modifiedResourceForeground': '#e2c08d'
    },
    'high-contrast-light': {
        ...type, 'foreground': '#292929', 'descriptionForeground': 'rgba(41, 41, 41, 0.9)', 'disabledForeground': '#7f7f7f', 'errorForeground': '#b5200d', 'icon-foreground': '#292929',
        'focusBorder': '#006bbd', 'contrastBorder': '#0f4a85', 'contrastActiveBorder': '#006bbd', 'editor-background': '#ffffff', 'editor-foreground': '#292929', 'editorWidget-background': '#ffffff',
        'editorWidget-foreground': '#292929', 'editorWidget-border': '#0f4a85', 'sideBar-background': '#ffffff', 'sideBar-foreground': '#292929', 'panel-background': '#ffffff', 'panel-border': '#0f4a85',
        'textLink-foreground': '#0f4a85', 'button-background': '#0f4a85', 'button-foreground': '#ffffff', 'button-border': '#0f4a85', 'button-secondaryForeground': '#292929', 'input-background': '#ffffff',
        'input-foreground': '#292929', 'input-border': '#0f4a85', 'dropdown-background': '#ffffff', 'dropdown-foreground': '#292929', 'dropdown-border': '#0f4a85', 'badge-background': '#0f4a85',
        'badge-foreground': '#ffffff', 'menu-background': '#ffffff', 'menu-foreground': '#292929', 'menu-border': '#0f4a85', 'menu-selectionBorder': '#006bbd',
        'editorError-foreground': '#b5200d', 'editorWarning-foreground': '#895503', 'editorInfo-foreground': '#1a85ff', 'charts-blue': '#1a85ff', 'charts-purple': '#652d90', 'charts-green': '#374e06',
        'charts-red': '#b5200d', 'charts-orange': '#d18616', 'charts-yellow': '#895503', 'charts-foreground': '#292929', 'testing-iconPassed': '#007100', 'testing-iconFailed': '#b5200d',
        'testing-iconSkipped': '#848484', 'gitDecoration-addedResourceForeground': '#374e06', 'gitDecoration-deletedResourceForeground': '#ad0707', 'gitDecoration-modifiedResourceForeground': '#895503'
    }
};
