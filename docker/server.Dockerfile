# The server and the worker, from one build: `docker build -f docker/server.Dockerfile --target server .`
# There is no image for the web: the server serves both SPAs, so they and the API are always of one version.

FROM node:24-bookworm-slim AS base
WORKDIR /shop
ENV CI=true

# Everything that a build needs; nothing of it but the results goes further.
FROM base AS build
COPY . .
RUN npx -y pnpm@12.20.0 install --frozen-lockfile
RUN npx -y pnpm@12.20.0 run build

# The packages that the two apps run on. Only manifests are copied, so a change of code keeps this layer.
FROM base AS dependencies
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY packages/contracts/package.json packages/contracts/
COPY packages/db/package.json packages/db/
COPY packages/api/package.json packages/api/
COPY apps/server/package.json apps/server/
COPY apps/worker/package.json apps/worker/
RUN npx -y pnpm@12.20.0 install --frozen-lockfile --prod \
  --filter @tuckshop/server... --filter @tuckshop/worker...

# Not `pnpm deploy`: the server finds the SPAs, and the schema its migrations, by their places in the workspace.
FROM base AS runtime
ENV NODE_ENV=production NODE_OPTIONS=--enable-source-maps MAIL_DIRECTORY=/mail
RUN install -d -o node -g node /mail
COPY --from=dependencies /shop .
COPY --from=build /shop/packages/contracts/dist packages/contracts/dist
COPY --from=build /shop/packages/db/dist packages/db/dist
COPY --from=build /shop/packages/db/migrations packages/db/migrations
COPY --from=build /shop/packages/api/dist packages/api/dist
USER node

FROM runtime AS worker
COPY --from=build /shop/apps/worker/dist apps/worker/dist
CMD ["node", "apps/worker/dist/main.js"]

FROM runtime AS server
COPY --from=build /shop/apps/server/dist apps/server/dist
COPY --from=build /shop/apps/storefront/dist apps/storefront/dist
COPY --from=build /shop/apps/admin/dist apps/admin/dist
ENV HOST=0.0.0.0 PORT=4000
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/server/dist/main.js"]
