// The stand-in for LinkedIn's OAuth (www.linkedin.com) and API (api.linkedin.com), after its documentation: the
// authorization code flow, OpenID Connect's userinfo, and the Posts API with its errors.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import { readLittleText } from './little-text.mjs';

const TOKEN_SECONDS = 5_184_000; // 60 days
const MAX_TEXT = 3000; // UTF-16 units of what people see
const PATHS = ['/oauth/v2/authorization', '/oauth/v2/accessToken', '/v2/userinfo', '/rest/posts'];

/** One app, one member. What a test changes of it, it changes by these fields. */
export class LinkedInApi {
  client = { id: '77herold', secret: 'WPL_AP1.kX3v+N0pQ/==', redirectUris: [] };
  member = { sub: '782bbtaQ', name: 'Anna Keller' };
  /** Versions that are served; every other is retired. */
  versions = ['202610', '202611'];
  /** Products of the app: without w_member_social nobody may post. */
  scopes = ['openid', 'profile', 'w_member_social'];
  tokenSeconds = TOKEN_SECONDS;
  /** How many posts the member may still make today. */
  left = 100;
  /** `refuse`: the member presses Cancel. Else `allow`. */
  consent = 'allow';
  /** `lost`: the next post is made, and its answer never arrives. A number: it is not made, with that status. */
  next = null;
  posts = [];
  #codes = new Map();
  #tokens = new Map();

  handles(path) {
    return PATHS.includes(path);
  }

  /** Listens on loopback for those who speak to it without a browser → its address. */
  async listen() {
    this.server = http.createServer(async (request, response) => {
      const chunks = [];
      for await (const chunk of request) chunks.push(chunk);
      this.answer(request, response, Buffer.concat(chunks));
    });
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `http://127.0.0.1:${this.server.address().port}`;
  }

  async close() {
    this.server?.closeAllConnections();
    await new Promise((resolve) => (this.server ? this.server.close(resolve) : resolve()));
  }

  answer(request, response, body) {
    const url = new URL(request.url, 'https://www.linkedin.com');
    const text = body.toString('utf8');
    if (url.pathname === '/oauth/v2/authorization') return this.#authorize(url.searchParams, response);
    if (url.pathname === '/oauth/v2/accessToken') return this.#exchange(request, text, response);
    if (url.pathname === '/v2/userinfo') return this.#userinfo(request, response);
    if (url.pathname === '/rest/posts') return this.#post(request, text, response);
    send(response, 404, { status: 404, code: 'RESOURCE_NOT_FOUND', message: 'No virtual resource found' });
  }

  /** As a member does in LinkedIn's settings. */
  revokeAll() {
    for (const token of this.#tokens.values()) token.state = 'revoked';
  }

  expireAll() {
    for (const token of this.#tokens.values()) token.state = 'expired';
  }

  /** A token without the flow. */
  token(scopes = this.scopes) {
    const token = randomBytes(24).toString('base64url');
    this.#tokens.set(token, { scopes, state: 'good' });
    return token;
  }

  code(redirectUri) {
    const code = `AQT${randomBytes(12).toString('base64url')}`;
    this.#codes.set(code, redirectUri);
    return code;
  }

  #authorize(query, response) {
    const redirectUri = query.get('redirect_uri');
    const isOurs =
      query.get('client_id') === this.client.id && this.client.redirectUris.includes(redirectUri);
    if (!isOurs || query.get('response_type') !== 'code')
      return page(response, 'Bummer, something went wrong.');
    const back = new URL(redirectUri);
    const asked = (query.get('scope') ?? '').split(' ');
    if (asked.some((scope) => !this.scopes.includes(scope))) {
      back.searchParams.set('error', 'unauthorized_scope_error');
    } else if (this.consent === 'refuse') {
      back.searchParams.set('error', 'user_cancelled_authorize');
      back.searchParams.set('error_description', 'The user cancelled the authorization');
    } else {
      back.searchParams.set('code', this.code(redirectUri));
    }
    back.searchParams.set('state', query.get('state') ?? '');
    page(response, 'Herold möchte …', `<a id="allow" href="${back.href.replaceAll('&', '&amp;')}">Allow</a>`);
  }

  #exchange(request, text, response) {
    const isForm = request.headers['content-type'] === 'application/x-www-form-urlencoded';
    const form = new URLSearchParams(text);
    const fail = (status, error, error_description) => send(response, status, { error, error_description });
    if (request.method !== 'POST' || !isForm || form.get('grant_type') !== 'authorization_code')
      return fail(400, 'invalid_request', 'A required parameter is missing');
    if (form.get('client_id') !== this.client.id || form.get('client_secret') !== this.client.secret)
      return fail(401, 'invalid_client', 'Client authentication failed');
    const code = form.get('code');
    const redirectUri = this.#codes.get(code);
    this.#codes.delete(code); // Good once.
    if (redirectUri === undefined || redirectUri !== form.get('redirect_uri'))
      return fail(
        400,
        'invalid_request',
        'Unable to retrieve access token: appid/redirect uri/code verifier',
      );
    send(response, 200, {
      access_token: this.token(),
      expires_in: this.tokenSeconds,
      scope: this.scopes.join(','),
      token_type: 'Bearer',
    });
  }

  #userinfo(request, response) {
    const token = this.#admit(request, response, 'openid', 'userinfo');
    if (token) send(response, 200, this.member);
  }

  #post(request, text, response) {
    const version = request.headers['linkedin-version'];
    if (!version)
      return send(response, 400, {
        status: 400,
        code: 'VERSION_MISSING',
        message: 'A version must be present',
      });
    if (!this.versions.includes(version))
      return send(response, 426, {
        status: 426,
        code: 'NONEXISTENT_VERSION',
        message: `Requested version ${version}01 is not active`,
      });
    if (!this.#admit(request, response, 'w_member_social', `partnerApiPosts.CREATE.${version}01`)) return;
    if (request.headers['x-restli-protocol-version'] !== '2.0.0')
      return send(response, 400, { status: 400, message: 'Invalid protocol version' });
    if (typeof this.next === 'number') {
      const status = this.next;
      this.next = null;
      return send(response, status, { status, message: 'Internal Server Error' });
    }
    if (this.left <= 0)
      return send(response, 429, {
        status: 429,
        serviceErrorCode: 101,
        code: 'TOO_MANY_REQUESTS',
        message: 'Resource level throttle MEMBER DAY limit for calls to this resource is reached.',
      });
    this.#create(JSON.parse(text), response);
  }

  #create(post, response) {
    const wrong = this.#whatIsWrong(post);
    if (wrong) return send(response, 422, { status: 422, code: 'INVALID_CONTENT', message: wrong });
    const seen = readLittleText(post.commentary);
    if (seen.text.length > MAX_TEXT)
      return send(response, 422, { status: 422, message: 'commentary exceeded the maximum length allowed' });
    const same = this.posts.find((other) => JSON.stringify(other.post) === JSON.stringify(post));
    if (same)
      return send(response, 422, {
        errorDetailType: 'com.linkedin.common.error.BadRequest',
        message: `Content is a duplicate of ${same.urn}`,
        errorDetails: {
          inputErrors: [{ description: 'Duplicate post is detected', input: {}, code: 'DUPLICATE_POST' }],
        },
        status: 422,
      });
    this.left -= 1;
    const urn = `urn:li:share:${7_396_000_000_000_000_000n + BigInt(this.posts.length)}`;
    this.posts.push({ urn, post, ...seen });
    if (this.next === 'lost') {
      this.next = null;
      return response.destroy();
    }
    response.writeHead(201, { 'x-restli-id': urn, 'content-length': '0' }).end();
  }

  #whatIsWrong({ author, commentary, visibility, distribution, lifecycleState, content }) {
    if (author !== `urn:li:person:${this.member.sub}`) return 'author is not the member of the token';
    if (typeof commentary !== 'string') return 'commentary is required';
    if (!['PUBLIC', 'CONNECTIONS'].includes(visibility)) return 'visibility is not allowed';
    if (distribution?.feedDistribution !== 'MAIN_FEED') return 'distribution is required';
    if (lifecycleState !== 'PUBLISHED') return 'lifecycleState is required';
    if (content?.article && !(content.article.source && content.article.title))
      return 'article needs a title';
    if (content?.article?.title.length >= 400) return 'article title is too long';
    return null;
  }

  #admit(request, response, scope, resource) {
    const [, bearer] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? [];
    const token = this.#tokens.get(bearer);
    if (token?.state === 'good' && token.scopes.includes(scope)) return token;
    if (token?.state === 'good')
      send(response, 403, {
        status: 403,
        serviceErrorCode: 100,
        code: 'ACCESS_DENIED',
        message: `Not enough permissions to access: ${resource}`,
      });
    else send(response, 401, { status: 401, ...(TOKEN_ERRORS[token?.state] ?? TOKEN_ERRORS.unknown) });
    return null;
  }
}

const TOKEN_ERRORS = {
  revoked: {
    serviceErrorCode: 65601,
    code: 'REVOKED_ACCESS_TOKEN',
    message: 'The token used in the request has been revoked by the user',
  },
  expired: {
    serviceErrorCode: 65602,
    code: 'EXPIRED_ACCESS_TOKEN',
    message: 'The token used in the request has expired',
  },
  unknown: { serviceErrorCode: 65600, code: 'INVALID_ACCESS_TOKEN', message: 'Invalid access token' },
};

function send(response, status, json) {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
}

function page(response, title, content = '') {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(`<!doctype html><title>${title}</title><h1>${title}</h1>${content}`);
}
