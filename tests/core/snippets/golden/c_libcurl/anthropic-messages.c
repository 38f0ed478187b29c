#include <curl/curl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Joins strings into a new one. The last argument is NULL. */
static char *join(const char *first, ...) {
  size_t size = 1;
  va_list arguments;
  va_start(arguments, first);
  for (const char *piece = first; piece; piece = va_arg(arguments, const char *))
    size += strlen(piece);
  va_end(arguments);

  char *joined = calloc(size, 1);
  if (!joined) {
    perror("calloc");
    exit(EXIT_FAILURE);
  }
  char *end = joined;
  va_start(arguments, first);
  for (const char *piece = first; piece; piece = va_arg(arguments, const char *)) {
    size_t length = strlen(piece);
    memcpy(end, piece, length);
    end += length;
  }
  va_end(arguments);
  return joined;
}

static const char *variable(const char *name) {
  const char *value = getenv(name);
  if (!value) {
    fprintf(stderr, "%s is not set\n", name);
    exit(EXIT_FAILURE);
  }
  return value;
}

int main(void) {
  static const char body[] =
      "{\"model\": \"claude-sonnet-4-0\", \"max_tokens\": 64, \"system\": \"Be brief.\", \"top_k\": 5, \"messages\": [{\"role\": \"user\", \"content\": \"hi\"}]}";
  struct curl_slist *headers = NULL;
  headers = curl_slist_append(headers, join("x-api-key: ", variable("YOUR_API_KEY"), NULL));
  headers = curl_slist_append(headers, "anthropic-version: 2023-06-01");
  headers = curl_slist_append(headers, "anthropic-beta: some-beta-2025-01-01");
  headers = curl_slist_append(headers, "Content-Type: application/json");

  CURL *curl = curl_easy_init();
  if (!curl)
    return EXIT_FAILURE;
  curl_easy_setopt(curl, CURLOPT_URL, "http://127.0.0.1:8765/v1/messages");
  curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)(sizeof body - 1));
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);

  CURLcode result = curl_easy_perform(curl);
  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  if (result != CURLE_OK)
    fprintf(stderr, "%s\n", curl_easy_strerror(result));
  else if (status < 200 || status > 299)
    fprintf(stderr, "HTTP %ld\n", status);

  curl_slist_free_all(headers);
  curl_easy_cleanup(curl);
  return result == CURLE_OK && status >= 200 && status <= 299 ? EXIT_SUCCESS : EXIT_FAILURE;
}
