// made by msvc; this file is yours: edit it, and the next run merges
// k6 run load/smoke.js -e BASE_URL=http://localhost:8080 -e TOKEN="$TOKEN"
// Without a token it sees that nobody is let in without one.
import http from 'k6/http';
import { check, fail, sleep } from 'k6';

const baseUrl = __ENV.BASE_URL || 'http://localhost:8080';

export const options = {
  vus: 5,
  duration: '1m',
  thresholds: {
    checks: ['rate>0.99'],
    http_req_failed: ['rate<0.01'],
    http_req_duration: ['p(95)<500', 'p(99)<1000'],
  },
};

// what can be read without knowing what is there; what needs no token is open
const reads = [
  { path: "/v3/api-docs", status: 200, open: true },
  { path: "/api/orders?pageSize=20", status: 200, open: false },
  { path: "/return-requests?pageSize=20", status: 200, open: false },
  { path: "/number-ranges?pageSize=20", status: 200, open: false },
];

// a token of its own, or one that is given for the identity of the job (RFC 8693)
export function setup() {
  if (!__ENV.TOKEN_URL || !__ENV.SUBJECT_TOKEN) {
    return { token: __ENV.TOKEN || '' };
  }
  const answer = http.post(__ENV.TOKEN_URL, {
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
    subject_token: __ENV.SUBJECT_TOKEN,
    audience: "shop-orders",
  });
  if (answer.status !== 200) {
    fail(`no token: ${answer.status}`);
  }
  return { token: answer.json('access_token') };
}

export default function (data) {
  const headers = data.token ? { Authorization: `Bearer ${data.token}` } : {};
  for (const read of reads) {
    const wanted = data.token || read.open ? read.status : 401;
    const answer = http.get(baseUrl + read.path, {
      headers,
      tags: { name: read.path },
      responseCallback: http.expectedStatuses(wanted),
    });
    check(answer, { [`${read.path} answers ${wanted}`]: (each) => each.status === wanted });
  }
  sleep(1);
}
