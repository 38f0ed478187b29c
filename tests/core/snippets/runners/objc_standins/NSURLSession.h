/* Stands in for what GNUstep's Foundation lacks: NSURLSession, and the semaphores of libdispatch.

   The request object, its address, header fields and content are GNUstep's own; this sends them as they are, by
   libcurl, while resume is called. */
#import <Foundation/Foundation.h>

typedef struct semaphore *dispatch_semaphore_t;
#define DISPATCH_TIME_FOREVER 0

dispatch_semaphore_t dispatch_semaphore_create(long value);
long dispatch_semaphore_signal(dispatch_semaphore_t semaphore);
long dispatch_semaphore_wait(dispatch_semaphore_t semaphore, int timeout);

typedef void (^CompletionHandler)(NSData *data, NSURLResponse *response, NSError *error);

@class NSURLSession, NSURLSessionDataTask;

@interface NSURLSessionTask : NSObject {
    NSURLResponse *response;
}
@property (nonatomic, retain) NSURLResponse *response;
- (void)resume;
@end

@protocol NSURLSessionDataDelegate <NSObject>
@optional
- (void)URLSession:(NSURLSession *)session dataTask:(NSURLSessionDataTask *)task didReceiveData:(NSData *)data;
- (void)URLSession:(NSURLSession *)session task:(NSURLSessionTask *)task didCompleteWithError:(NSError *)error;
@end

@interface NSURLSessionDataTask : NSURLSessionTask {
    NSURLRequest *request;
    NSURLSession *session;
    NSMutableData *data;
    CompletionHandler handler;
}
@property (nonatomic, retain) NSURLRequest *request;
@property (nonatomic, retain) NSURLSession *session;
@property (nonatomic, retain) NSMutableData *data;
@property (nonatomic, assign) CompletionHandler handler;
@end

@interface NSURLSessionConfiguration : NSObject
+ (NSURLSessionConfiguration *)defaultSessionConfiguration;
@end

@interface NSURLSession : NSObject {
    id<NSURLSessionDataDelegate> delegate;
}
@property (nonatomic, retain) id<NSURLSessionDataDelegate> delegate;
+ (NSURLSession *)sharedSession;
+ (NSURLSession *)sessionWithConfiguration:(NSURLSessionConfiguration *)configuration
                                  delegate:(id<NSURLSessionDataDelegate>)delegate
                             delegateQueue:(id)queue;
- (NSURLSessionDataTask *)dataTaskWithRequest:(NSURLRequest *)request;
- (NSURLSessionDataTask *)dataTaskWithRequest:(NSURLRequest *)request completionHandler:(CompletionHandler)handler;
@end
