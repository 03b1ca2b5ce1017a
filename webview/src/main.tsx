// Room: webview. Owns the preview page: the picture that is looked at, the run that is played, questions and comparisons. Called by: the
// browser in a panel of the editor. Absent: the editor, the text of plans, rules, running simulations; the extension answers for those.

import { effect } from '@preact/signals';
import { stylesheet } from '@sup/picture';
import { render } from 'preact';
import { App } from './shell/app.js';
import { Preview } from './state/preview.js';
import './style/theme.css';
import './style/controls.css';
import './style/page.css';
import './style/picture.css';
import './style/time.css';
import './style/what-if.css';
import './style/comparison.css';

// The picture's own style, which a file has inside: a sheet of the page's making is allowed where a style element is not.
const sheet = new CSSStyleSheet();
sheet.replaceSync(stylesheet('host'));
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

const preview = new Preview();
render(<App preview={preview} />, document.body);
effect(() => preview.channel.remember(preview.view.value));
preview.channel.send({ kind: 'ready' });
