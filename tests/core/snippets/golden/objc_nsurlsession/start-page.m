#import <Foundation/Foundation.h>

int main(void) {
    @autoreleasepool {
        NSURL *url = [NSURL URLWithString:@"http://127.0.0.1:8765/v1/chat/completions"];
        NSMutableURLRequest *request = [NSMutableURLRequest requestWithURL:url];
        request.HTTPMethod = @"POST";
        [request setValue:@"application/json" forHTTPHeaderField:@"Content-Type"];
        [request setValue:@"application/json" forHTTPHeaderField:@"Accept"];
        [request setValue:[NSString stringWithFormat:@"Bearer %@", [NSProcessInfo.processInfo.environment objectForKey:@"YOUR_API_KEY"]] forHTTPHeaderField:@"Authorization"];

        NSString *body =
            @"{\n"
            @"  \"model\": \"gpt-4o\",\n"
            @"  \"messages\": [\n"
            @"    {\n"
            @"      \"role\": \"system\",\n"
            @"      \"content\": \"You are a helpful math tutor. Guide the user through the solution step by step.\"\n"
            @"    },\n"
            @"    {\n"
            @"      \"role\": \"user\",\n"
            @"      \"content\": \"how can I solve 8x + 7 = -23\"\n"
            @"    }\n"
            @"  ],\n"
            @"  \"response_format\": {\n"
            @"    \"type\": \"json_schema\",\n"
            @"    \"json_schema\": {\n"
            @"      \"name\": \"math_reasoning\",\n"
            @"      \"schema\": {\n"
            @"        \"type\": \"object\",\n"
            @"        \"properties\": {\n"
            @"          \"steps\": {\n"
            @"            \"type\": \"array\",\n"
            @"            \"items\": {\n"
            @"              \"type\": \"object\",\n"
            @"              \"properties\": {\n"
            @"                \"explanation\": {\n"
            @"                  \"type\": \"string\"\n"
            @"                },\n"
            @"                \"output\": {\n"
            @"                  \"type\": \"string\"\n"
            @"                }\n"
            @"              },\n"
            @"              \"required\": [\n"
            @"                \"explanation\",\n"
            @"                \"output\"\n"
            @"              ],\n"
            @"              \"additionalProperties\": false\n"
            @"            }\n"
            @"          },\n"
            @"          \"final_answer\": {\n"
            @"            \"type\": \"string\"\n"
            @"          }\n"
            @"        },\n"
            @"        \"required\": [\n"
            @"          \"steps\",\n"
            @"          \"final_answer\"\n"
            @"        ],\n"
            @"        \"additionalProperties\": false\n"
            @"      },\n"
            @"      \"strict\": true\n"
            @"    }\n"
            @"  }\n"
            @"}";
        request.HTTPBody = [body dataUsingEncoding:NSUTF8StringEncoding];

        __block int exitCode = EXIT_FAILURE;
        dispatch_semaphore_t done = dispatch_semaphore_create(0);
        NSURLSessionDataTask *task = [NSURLSession.sharedSession
            dataTaskWithRequest:request
              completionHandler:^(NSData *data, NSURLResponse *response, NSError *error) {
                  NSInteger status = [(NSHTTPURLResponse *)response statusCode];
                  if (error) {
                      NSLog(@"%@", error);
                  } else {
                      [NSFileHandle.fileHandleWithStandardOutput writeData:data];
                      if (status >= 200 && status <= 299) {
                          exitCode = EXIT_SUCCESS;
                      } else {
                          NSLog(@"HTTP %ld", (long)status);
                      }
                  }
                  dispatch_semaphore_signal(done);
              }];
        [task resume];
        dispatch_semaphore_wait(done, DISPATCH_TIME_FOREVER);
        return exitCode;
    }
}
