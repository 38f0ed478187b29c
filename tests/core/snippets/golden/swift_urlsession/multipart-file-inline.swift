import Foundation
#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

var request = URLRequest(url: URL(string: "http://127.0.0.1:8765/v1/files")!)
request.httpMethod = "POST"
request.setValue("multipart/form-data; boundary=----PlaygroundBoundary4c81953d1c1f9d69", forHTTPHeaderField: "Content-Type")

let body = "------PlaygroundBoundary4c81953d1c1f9d69\r\n"
    + "Content-Disposition: form-data; name=\"purpose\"\r\n"
    + "\r\n"
    + "assistants\r\n"
    + "------PlaygroundBoundary4c81953d1c1f9d69\r\n"
    + "Content-Disposition: form-data; name=\"file\"; filename=\"data.jsonl\"\r\n"
    + "Content-Type: application/jsonl\r\n"
    + "\r\n"
    + "{\"a\": 1}\n"
    + "{\"b\": 2}\n"
    + "\r\n"
    + "------PlaygroundBoundary4c81953d1c1f9d69--\r\n"
request.httpBody = Data(body.utf8)

let (data, response) = try await URLSession.shared.data(for: request)
print(String(decoding: data, as: UTF8.self))
if let status = (response as? HTTPURLResponse)?.statusCode, !(200...299).contains(status) {
    print("HTTP \(status)")
    exit(1)
}
