#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>

int main(void) {
  struct curl_slist *headers = NULL;
  headers = curl_slist_append(headers, "X-Name: 世 \"x\" 'y' \\ \\n $HOME ${x} #{x} #$0 @{x} %s `z` )\"");

  CURL *curl = curl_easy_init();
  if (!curl)
    return EXIT_FAILURE;
  curl_easy_setopt(curl, CURLOPT_URL, "http://127.0.0.1:8765/v1/models");
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
