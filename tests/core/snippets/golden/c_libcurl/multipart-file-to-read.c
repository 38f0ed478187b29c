#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct buffer {
  char *data;
  size_t size;
};

static void append(struct buffer *buffer, const char *data, size_t size) {
  char *grown = realloc(buffer->data, buffer->size + size + 1);
  if (!grown) {
    perror("realloc");
    exit(EXIT_FAILURE);
  }
  memcpy(grown + buffer->size, data, size);
  buffer->data = grown;
  buffer->size += size;
}

#define APPEND(buffer, literal) append(buffer, literal, sizeof(literal) - 1)

static void append_file(struct buffer *buffer, const char *name) {
  FILE *file = fopen(name, "rb");
  if (!file) {
    perror(name);
    exit(EXIT_FAILURE);
  }
  char chunk[65536];
  size_t size;
  while ((size = fread(chunk, 1, sizeof chunk, file)) > 0)
    append(buffer, chunk, size);
  fclose(file);
}

int main(void) {
  struct buffer body = {NULL, 0};
  APPEND(&body, "------PlaygroundBoundaryf73962d8f40d61f2\r\n"
                "Content-Disposition: form-data; name=\"model\"\r\n"
                "\r\n"
                "whisper-1\r\n"
                "------PlaygroundBoundaryf73962d8f40d61f2\r\n"
                "Content-Disposition: form-data; name=\"file\"; filename=\"notes.txt\"\r\n"
                "Content-Type: text/plain\r\n"
                "\r\n");
  append_file(&body, "notes.txt");
  APPEND(&body, "\r\n"
                "------PlaygroundBoundaryf73962d8f40d61f2--\r\n");
  struct curl_slist *headers = NULL;
  headers = curl_slist_append(headers, "Content-Type: multipart/form-data; boundary=----PlaygroundBoundaryf73962d8f40d61f2");
  headers = curl_slist_append(headers, "Expect:");

  CURL *curl = curl_easy_init();
  if (!curl)
    return EXIT_FAILURE;
  curl_easy_setopt(curl, CURLOPT_URL, "http://127.0.0.1:8765/v1/files");
  curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)body.size);
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.data);
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
