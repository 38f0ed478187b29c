#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>

int main(void) {
  static const char body[] =
      "{}";
  struct curl_slist *headers = NULL;
  headers = curl_slist_append(headers, "Content-Type: application/json");

  CURL *curl = curl_easy_init();
  if (!curl)
    return EXIT_FAILURE;
  curl_easy_setopt(curl, CURLOPT_URL, "https://api.example.com:8443/v1/x");
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
