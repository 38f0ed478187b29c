#import <Foundation/Foundation.h>

int main(void) {
    @autoreleasepool {
        NSURL *url = [NSURL URLWithString:@"http://127.0.0.1:8765/v1/files"];
        NSMutableURLRequest *request = [NSMutableURLRequest requestWithURL:url];
        request.HTTPMethod = @"POST";
        [request setValue:@"multipart/form-data; boundary=----PlaygroundBoundaryb2cf3c44a7990c81" forHTTPHeaderField:@"Content-Type"];

        NSMutableData *body = [NSMutableData data];
        [body appendData:[[NSData alloc] initWithBase64EncodedString:@"LS0tLS0tUGxheWdyb3VuZEJvdW5kYXJ5YjJjZjNjNDRhNzk5MGM4MQ0KQ29udGVudC1EaXNwb3NpdGlvbjogZm9ybS1kYXRhOyBuYW1lPSJmaWxlIjsgZmlsZW5hbWU9ImIuYmluIg0KQ29udGVudC1UeXBlOiBhcHBsaWNhdGlvbi9vY3RldC1zdHJlYW0NCg0KAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+P0BBQkNERUZHSElKS0xNTk9QUVJTVFVWV1hZWltcXV5fYGFiY2RlZmdoaWprbG1ub3BxcnN0dXZ3eHl6e3x9fn+AgYKDhIWGh4iJiouMjY6PkJGSk5SVlpeYmZqbnJ2en6ChoqOkpaanqKmqq6ytrq+wsbKztLW2t7i5uru8vb6/wMHCw8TFxsfIycrLzM3Oz9DR0tPU1dbX2Nna29zd3t/g4eLj5OXm5+jp6uvs7e7v8PHy8/T19vf4+fr7/P3+/w0KLS0tLS0tUGxheWdyb3VuZEJvdW5kYXJ5YjJjZjNjNDRhNzk5MGM4MQ0KQ29udGVudC1EaXNwb3NpdGlvbjogZm9ybS1kYXRhOyBuYW1lPSJrZXkiDQoNCg==" options:0]];
        [body appendData:[[NSProcessInfo.processInfo.environment objectForKey:@"QUERY_KEY"] dataUsingEncoding:NSUTF8StringEncoding]];
        [body appendData:[[NSData alloc] initWithBase64EncodedString:@"DQotLS0tLS1QbGF5Z3JvdW5kQm91bmRhcnliMmNmM2M0NGE3OTkwYzgxLS0NCg==" options:0]];
        request.HTTPBody = body;

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
