#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *variable(const char *name) {
  const char *value = getenv(name);
  if (!value) {
    fprintf(stderr, "%s is not set\n", name);
    exit(EXIT_FAILURE);
  }
  return value;
}

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

int main(void) {
  struct buffer body = {NULL, 0};
  APPEND(&body, "------PlaygroundBoundaryb2cf3c44a7990c81\015\012Content-Disposition: form-data; name=\"file\"; filename=\"b.bin\"\015\012Content-Type: application/octet-stream\015\012\015\012\000\001\002\003\004\005\006\007\010\011\012\013\014\015\016\017\020\021\022\023\024\025\026\027\030\031\032\033\034\035\036\037 !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~\177\200\201\202\203\204\205\206\207\210\211\212\213\214\215\216\217\220\221\222\223\224\225\226\227\230\231\232\233\234\235\236\237\240\241\242\243\244\245\246\247\250\251\252\253\254\255\256\257\260\261\262\263\264\265\266\267\270\271\272\273\274\275\276\277\300\301\302\303\304\305\306\307\310\311\312\313\314\315\316\317\320\321\322\323\324\325\326\327\330\331\332\333\334\335\336\337\340\341\342\343\344\345\346\347\350\351\352\353\354\355\356\357\360\361\362\363\364\365\366\367\370\371\372\373\374\375\376\377\015\012------PlaygroundBoundaryb2cf3c44a7990c81\015\012Content-Disposition: form-data; name=\"key\"\015\012\015\012");
  append(&body, variable("QUERY_KEY"), strlen(variable("QUERY_KEY")));
  APPEND(&body, "\015\012------PlaygroundBoundaryb2cf3c44a7990c81--\015\012");
  struct curl_slist *headers = NULL;
  headers = curl_slist_append(headers, "Content-Type: multipart/form-data; boundary=----PlaygroundBoundaryb2cf3c44a7990c81");

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
