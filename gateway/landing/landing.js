const { React, ReactDOM, GraphiQL } = globalThis;
const byId = (id) => document.getElementById(id);

/** Carries words that say what went wrong and what to do next. */
class Trouble extends Error {}

const root = ReactDOM.createRoot(byId('explorer'));
const identity = document.documentElement.dataset.development === 'true' ? personaIdentity() : pastedIdentity();
const examples = (await attempt(() => fetched('The examples', new URL('examples.json', import.meta.url)))) ?? [];
let editor;
let schema;

byId('endpoint').textContent = new URL('/graphql', location.href).href;
byId('examples').append(...examples.map(exampleButton));
showExplorer({ schema: null });
await attempt(identity.begin);

/** Someone the development issuer knows; the page fetches the tokens itself. */
function personaIdentity() {
  const picker = byId('persona');
  let personas;
  let held;

  async function begin() {
    ({ personas } = await fetched('The list of people', '/dev/personas'));
    if (!personas.length) giveUp('There is nobody to act as yet. Load the development data, then reload this page.');
    const remembered = personas.findIndex(({ id }) => id === localStorage.getItem('tilslut:persona'));
    picker.append(...personas.map(({ id, name }) => new Option(name, id)));
    picker.selectedIndex = Math.max(0, remembered);
    picker.addEventListener('change', () => attempt(become));
    await become();
  }

  async function become() {
    const { id, description, assurance } = personas[picker.selectedIndex];
    localStorage.setItem('tilslut:persona', id);
    meet(description, assurance);
    await current();
    if (!schema) showExplorer();
  }

  async function renew() {
    const as = picker.value;
    const { access_token: token } = await fetched('A token', '/dev/token', posting({ as }));
    const { exp } = JSON.parse(atob(token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/')));
    held = { as, token, renewAt: exp * 1000 - 30_000 };
    return token;
  }

  const current = () => (held?.as === picker.value && Date.now() < held.renewAt ? held.token : renew());
  return { begin, current, renew, ifRefused: 'The server refused a fresh token. Restart the server, then reload this page.' };
}

/** Whoever the pasted token is for; the token lives in this closure and nowhere else. */
function pastedIdentity() {
  let token;

  const begin = () => byId('token-form').addEventListener('submit', (event) => attempt(() => introduce(event)));

  async function introduce(event) {
    event.preventDefault();
    token = byId('token').value.replaceAll(/^\s*Bearer\s|\s/gi, '');
    event.target.reset();
    meet('The server does not know you yet.');
    const { data } = await ask({ query: '{ viewer { name assurance mandates { inWords } } }' });
    const { name, assurance, mandates } = data?.viewer ?? giveUp('The server does not say whom the token is for. Try another token.');
    meet(`You are ${[name, ...mandates.map(({ inWords }) => inWords)].join('. ')}.`, assurance);
    if (!schema) showExplorer();
  }

  const current = () => token || giveUp('There is no token yet. Paste one above, then try again.');
  return { begin, current, ifRefused: 'The server refused the token; it may have expired. Get a new one and paste it above.' };
}

/** Says who asks from now on; what was shown to someone else goes. */
function meet(standing, assurance) {
  byId('standing').textContent = assurance ? `${standing.replace(/\.$/, '')}. Login assurance: ${assurance.toLowerCase()}.` : standing;
  editor?.responseEditor?.setValue('');
}

/** GraphiQL asks for the schema whenever its fetcher is a new function, so this is called only until the schema is known. */
function showExplorer(settings) {
  const fetcher = async (operation) =>
    (await attempt(() => ask(operation))) ?? { data: null, errors: [{ message: byId('trouble').textContent }] };
  const defaults = { defaultQuery: examples[0]?.query.join('\n'), isHeadersEditorEnabled: false, shouldPersistHeaders: false };
  const listener = React.createElement(GraphiQL.Logo, null, React.createElement(Listener));
  root.render(React.createElement(GraphiQL, { fetcher, storage: sessionStorage, ...defaults, ...settings }, listener));
}

/** Keeps what GraphiQL offers within, and lets the Tab key leave its panes, which would hold a keyboard user for good. */
function Listener() {
  editor = GraphiQL.React.useEditorContext();
  schema = GraphiQL.React.useSchemaContext().schema;
  for (const pane of [editor.queryEditor, editor.variableEditor, editor.responseEditor]) {
    pane?.setOption('extraKeys', { ...pane.getOption('extraKeys'), Tab: false, 'Shift-Tab': false });
  }
  return null;
}

function exampleButton({ title, query }) {
  return Object.assign(document.createElement('button'), { type: 'button', textContent: title, onclick: () => open(query.join('\n')) });
}

/** Opens an example in a tab of its own, unless the tab in front holds an untouched one. */
function open(example) {
  const shown = editor.queryEditor.getValue();
  if (!examples.some(({ query }) => query.join('\n') === shown)) ReactDOM.flushSync(() => editor.addTab());
  editor.queryEditor.setValue(example);
}

async function ask(operation) {
  let response = await reach('/graphql', posting(operation, await identity.current()));
  if (response.status === 401 && identity.renew) response = await reach('/graphql', posting(operation, await identity.renew()));
  return response.status === 401 ? giveUp(identity.ifRefused) : jsonOf(response);
}

async function fetched(what, address, options) {
  const response = await reach(address, options);
  return response.ok ? jsonOf(response) : giveUp(`${what} could not be fetched (${response.status}). Wait a moment, then reload.`);
}

function reach(address, options) {
  return fetch(address, options).catch(() => giveUp('The server did not answer. See that it runs and you are connected, then try again.'));
}

function jsonOf(response) {
  return response.json().catch(() => giveUp(`The server answered ${response.status} without JSON. Wait a moment, then try again.`));
}

function posting(content, token) {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  return { method: 'POST', headers, body: JSON.stringify(content) };
}

function giveUp(words) {
  throw new Trouble(words);
}

/** Does it and tells trouble in words; anything else is a fault of this page and goes to the console. */
async function attempt(action) {
  byId('trouble').textContent = '';
  try {
    return await action();
  } catch (failure) {
    if (!(failure instanceof Trouble)) throw failure;
    byId('trouble').textContent = failure.message;
  }
}
