FROM node:24-slim
WORKDIR /app
ENV APOLLO_TELEMETRY_DISABLED=1 NODE_ENV=production
COPY package.json package-lock.json ./
RUN npm ci --omit=dev
COPY . .
RUN install -d -o node /checkpoints
USER node
