import Foundation
#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

var request = URLRequest(url: URL(string: "http://127.0.0.1:8765/gateway/v1/chat/completions")!)
request.httpMethod = "POST"
request.setValue("application/json", forHTTPHeaderField: "Content-Type")
request.setValue("application/json", forHTTPHeaderField: "Accept")
request.setValue("Bearer \(ProcessInfo.processInfo.environment["YOUR_API_KEY", default: ""])", forHTTPHeaderField: "Authorization")
request.setValue("a b", forHTTPHeaderField: "X-Trace")

let body = #"{"model": "gpt-4o", "temperature": 0.5, "n": 1, "stop": ["a", "\n"], "user": null, "vendor_option": {"x": []}, "messages": [{"role": "user", "content": [{"type": "text", "text": "it's \"ü\" 世界"}]}]}"#
request.httpBody = Data(body.utf8)

let (data, response) = try await URLSession.shared.data(for: request)
print(String(decoding: data, as: UTF8.self))
if let status = (response as? HTTPURLResponse)?.statusCode, !(200...299).contains(status) {
    print("HTTP \(status)")
    exit(1)
}
