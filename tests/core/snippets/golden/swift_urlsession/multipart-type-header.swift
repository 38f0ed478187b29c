import Foundation
#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

var request = URLRequest(url: URL(string: "http://127.0.0.1:8765/v1/files")!)
request.httpMethod = "POST"
request.setValue("multipart/form-data; boundary=----PlaygroundBoundary175c17ca22e52928", forHTTPHeaderField: "Content-Type")

let body = "------PlaygroundBoundary175c17ca22e52928\r\n"
    + "Content-Disposition: form-data; name=\"a\"\r\n"
    + "\r\n"
    + "1\r\n"
    + "------PlaygroundBoundary175c17ca22e52928--\r\n"
request.httpBody = Data(body.utf8)

let (data, response) = try await URLSession.shared.data(for: request)
print(String(decoding: data, as: UTF8.self))
if let status = (response as? HTTPURLResponse)?.statusCode, !(200...299).contains(status) {
    print("HTTP \(status)")
    exit(1)
}
