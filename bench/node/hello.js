// Amazon's hello-world on Amazon's Express adapter, with the checks of signature and time on.
//
//   node hello.js PORT CHAIN_PORT CHAIN_HOST_ROOT ROOT
//
// Two things differ from a deployment, both of the first request alone: certificate chains are
// fetched from a host on this machine, over TLS all the same, and ROOT is trusted beside the roots
// that Node brings.
'use strict';

const fs = require('fs');
const https = require('https');
const helper = require('ask-sdk-express-adapter/dist/verifier/helper');

const [port, chainPort, chainHostRoot, root] = process.argv.slice(2);

const get = https.get;
https.get = (url, answer) => {
  const { hostname } = new URL(url);
  const ca = fs.readFileSync(chainHostRoot);
  return get(url, { hostname: '127.0.0.1', port: chainPort, servername: hostname, ca }, answer);
};

const generateCAStore = helper.generateCAStore;
helper.generateCAStore = (roots) =>
  generateCAStore([...roots, fs.readFileSync(root, 'utf8')]);

const express = require('express');
const { SkillBuilders } = require('ask-sdk-core');
const { ExpressAdapter } = require('ask-sdk-express-adapter');

const hello = {
  canHandle: () => true,
  handle: (input) => {
    const words = 'Hello World!';
    return input.responseBuilder
      .speak(words)
      .reprompt(words)
      .withSimpleCard('Hello World', words)
      .getResponse();
  },
};
const fault = {
  canHandle: () => true,
  handle: (input) => input.responseBuilder.speak('Sorry.').reprompt('Sorry.').getResponse(),
};
const skill = SkillBuilders.custom().addRequestHandlers(hello).addErrorHandlers(fault).create();

const app = express();
app.post('/', new ExpressAdapter(skill, true, true).getRequestHandlers());
app.listen(Number(port), '127.0.0.1');
